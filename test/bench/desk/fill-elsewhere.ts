import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { instantOf, plainDateAt } from '../../../domain/kernel/instant.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import type { FilledCentre } from './fill-centre.ts';

/** Fills the store in a process of its own: what that needs is not the memory of the service. */
export function fillElsewhere(dir: string, people: number): FilledCentre {
  const firstDay = addDays(plainDateAt(instantOf(Date.now()), 'Europe/Berlin'), -250);
  const into = path.join(path.dirname(dir), 'filled.json');
  const script = path.join(import.meta.dirname, 'fill-store.ts');
  const args = ['--dir', dir, '--people', String(people), '--first-day', firstDay, '--into', into];
  execFileSync(process.execPath, [...process.execArgv, script, ...args], { stdio: 'inherit' });
  return JSON.parse(readFileSync(into, 'utf8')) as FilledCentre;
}
