/**
 * What a press does, once for a double click: its second click may come when the first one is done already, and would
 * fetch the same file again. Keys and single clicks pass.
 */
export function firstPress(act: () => void): (event: { readonly detail: number }) => void {
  return ({ detail }) => {
    if (detail <= 1) act();
  };
}
