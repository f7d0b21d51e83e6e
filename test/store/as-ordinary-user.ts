/** Runs `act` as a user whom file permissions bind: they do not bind root, as whom tests may run. */
export async function asOrdinaryUser(act: () => Promise<void> | void): Promise<void> {
  const { seteuid } = process;
  if (process.geteuid?.() !== 0 || seteuid === undefined) return act();
  const nobody = 65534;
  seteuid(nobody);
  try {
    await act();
  } finally {
    seteuid(0);
  }
}
