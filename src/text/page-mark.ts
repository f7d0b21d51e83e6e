import { foldText } from './fold.ts';

/** 3, - 3 -, 第3页, 第 3 页 共 14 页, 3/14, Page 3 of 14 */
const pageMark = /^[-·.]*(?:第|page)?\d{1,4}页?(?:,?(?:of|\/|共)\d{1,4}页?)?[-·.]*$/;

/** Whether a line says nothing but which page it stands on. */
export function isPageMark(text: string): boolean {
  return text.length <= maxPageMark && pageMark.test(foldText(text));
}

/** Characters, with the spaces that set it in the middle of a line. */
const maxPageMark = 200;
