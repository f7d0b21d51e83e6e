import { exactColumns } from './exact-columns.ts';

/**
 * Documents with what they say. `forms` and the tables below it hold what each document says now, so that queries
 * need no condition on versions; `extractions` holds where that came from. History will be further rows of
 * `extractions`, by way of the index that allows one row a document today.
 *
 * `position` counts from 0, as the record's JSON pointers do: `'/indicators/' || position || '/score'` is the
 * pointer of an indicator's score in `evidence`. No meaning is in the integer ids: a document is known by its
 * SHA-256, a form by its document and position.
 */
export const sql = `
CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  media_type TEXT NOT NULL CHECK (media_type <> ''),
  page_count INTEGER NOT NULL CHECK (page_count >= 0)
) STRICT;

CREATE TABLE document_paths (
  path TEXT NOT NULL PRIMARY KEY CHECK (path <> ''),
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX document_paths_by_document ON document_paths (document_id, path);

CREATE TABLE extractions (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  extracted_at TEXT NOT NULL CHECK (extracted_at GLOB '????-??-??T??:??:??*Z'),
  program_version TEXT NOT NULL,
  pipeline TEXT NOT NULL,
  pipeline_hash TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('complete', 'partial', 'no-forms')),
  record TEXT NOT NULL CHECK (json_valid(record))
) STRICT;
CREATE UNIQUE INDEX extractions_one_per_document ON extractions (document_id);

CREATE TABLE problems (
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  hint TEXT NOT NULL,
  stage TEXT NOT NULL,
  page INTEGER CHECK (page >= 1),
  form_position INTEGER CHECK (form_position >= 0),
  pointer TEXT CHECK (pointer LIKE '/%'),
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE forms (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  layout TEXT NOT NULL,
  pages TEXT NOT NULL CHECK (json_valid(pages) AND json_type(pages) = 'array'),
  first_page INTEGER GENERATED ALWAYS AS (json_extract(pages, '$[0]')) VIRTUAL,
  title TEXT,
  fiscal_year INTEGER CHECK (fiscal_year BETWEEN 1949 AND 2199),
  reporting_unit TEXT,
  amount_unit TEXT,
  project_name TEXT,
  supervising_unit TEXT,
  implementing_unit TEXT,
  ${exactColumns('execution_rate')},
  ${exactColumns('total_score')},
  issues TEXT,
  prepared_by TEXT,
  phone TEXT,
  UNIQUE (document_id, position)
) STRICT;

CREATE TABLE funds (
  form_id INTEGER NOT NULL REFERENCES forms (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  source TEXT NOT NULL CHECK (source IN ('total', 'fiscal', 'carryover', 'other')),
  ${exactColumns('initial')},
  ${exactColumns('budgeted')},
  ${exactColumns('received')},
  ${exactColumns('executed')},
  ${exactColumns('execution_rate')},
  ${exactColumns('weight')},
  ${exactColumns('score')},
  PRIMARY KEY (form_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE goals (
  form_id INTEGER NOT NULL REFERENCES forms (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  expected TEXT,
  actual TEXT,
  ${exactColumns('completion_rate')},
  PRIMARY KEY (form_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicators (
  id INTEGER PRIMARY KEY,
  form_id INTEGER NOT NULL REFERENCES forms (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  level1 TEXT,
  ${exactColumns('level1_weight')},
  level2 TEXT,
  level3 TEXT,
  target TEXT,
  actual TEXT,
  ${exactColumns('weight')},
  ${exactColumns('score')},
  deviation TEXT,
  UNIQUE (form_id, position)
) STRICT;

CREATE TABLE findings (
  form_id INTEGER NOT NULL REFERENCES forms (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  rule TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  message TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields) AND json_type(fields) = 'array'),
  PRIMARY KEY (form_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX findings_by_rule ON findings (rule, severity);

CREATE TABLE evidence (
  form_id INTEGER NOT NULL REFERENCES forms (id) ON DELETE CASCADE,
  pointer TEXT NOT NULL CHECK (pointer LIKE '/%'),
  raw TEXT NOT NULL,
  page INTEGER CHECK (page >= 1),
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  line_number INTEGER CHECK (line_number >= 1),
  column_number INTEGER CHECK (column_number >= 1),
  sheet TEXT,
  cell TEXT,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  needs_review INTEGER NOT NULL CHECK (needs_review IN (0, 1)),
  repair TEXT CHECK (json_valid(repair)),
  PRIMARY KEY (form_id, pointer)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_to_review ON evidence (form_id) WHERE needs_review = 1;

CREATE TABLE column_descriptions (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  chinese_heading TEXT NOT NULL,
  description TEXT NOT NULL,
  unit TEXT,
  PRIMARY KEY (table_name, column_name)
) STRICT, WITHOUT ROWID;
`;
