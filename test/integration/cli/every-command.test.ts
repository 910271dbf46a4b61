import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commandNames, loadCommand, runCli } from '../../../main/cli.ts';

const readme = readFileSync('README.md', 'utf8');

function aTerminal() {
  const told: string[] = [];
  const io = { out: () => {}, err: (line: string) => void told.push(line), stdin: process.stdin };
  return { io, told };
}

describe('every command', () => {
  test.each(commandNames())('%s is called as its place says, and stands in the README', async (name) => {
    const command = await loadCommand(name.split(' '));
    expect(command?.summary).toMatch(/^[a-z]/);
    expect(command?.usage.split('\n')[0]).toMatch(new RegExp(`^station ${name}\\b`));
    expect(readme).toContain(`\`${name}`);
  });
});

test('without words all commands are listed, each with what it does', async () => {
  const { io, told } = aTerminal();
  expect(await runCli([], io)).toBe(2);
  expect(told).toHaveLength(1 + commandNames().length);
  expect(told.find((line) => line.startsWith('  log verify '))).toMatch(/\S+ {2,}\S/);
});

test.each([[['no-such']], [['log']], [['..', 'options']], [['log', '../../options']]])(
  'the words %j are no command, and lead to no other file',
  async (words) => {
    const { io, told } = aTerminal();
    expect(await runCli(words, io)).toBe(2);
    expect(told[0]).toBe(`There is no command '${words.join(' ')}'.`);
  },
);
