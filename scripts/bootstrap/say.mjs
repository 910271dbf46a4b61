/** Progress goes to standard error: standard output belongs to the command that was asked for. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Ends with one sentence that says what to do. */
export function stop(line) {
  say(line);
  process.exit(1);
}
