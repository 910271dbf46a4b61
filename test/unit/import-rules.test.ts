import { describe, expect, test } from 'vitest';
// @ts-expect-error: a plain script without types
import { breachesIn, circlesAmong } from '../../scripts/import-rules.mjs';

describe('the import rules', () => {
  test.each([
    ['domain/people/person.ts', `import { z } from 'zod';`],
    ['domain/people/person.ts', `import type { Answer } from '../../contracts/ipc/answer.ts';`],
    ['domain/people/person.ts', `import { readFileSync } from 'node:fs';`],
    ['contracts/ipc/answer.ts', `export * from '../../main/station.ts';`],
    ['issuing/apple/x.ts', `const m = await import('../../main/station.ts');`],
    ['main/commands/x.ts', `import { app } from 'electron';`],
    ['main/commands/x.ts', `import Database from 'better-sqlite3';`],
    ['main/commands/x.ts', 'const rows = db.all("SELECT * FROM person");'],
    ['renderer/app.tsx', `import { x } from '../main/station.ts';`],
    ['headquarters/app.ts', `import { x } from '../main/station.ts';`],
    ['headquarters/features/x.ts', `import pg from 'pg';`],
    ['headquarters/features/x.ts', 'const rows = db.query("SELECT * FROM person");'],
    ['main/compose.ts', `import { x } from '../headquarters/app.ts';`],
    ['renderer/app.tsx', `import fs from 'node:fs';`],
    ['renderer/app.tsx', `import { ipcRenderer } from 'electron';`],
    ['preload/index.ts', `import { x } from '../renderer/client.ts';`],
    ['main/queries/passes/x.ts', `import { x } from '../../commands/passes/y.ts';`],
    ['main/store/tables/x.ts', `import type { X } from '../../queries/y.ts';`],
    ['main/store/x.ts', `import { x } from '../outbox/y.ts';`],
    ['main/commands/passes/x.ts', `import { x } from '../../ipc/handlers/y.ts';`],
    ['main/commands/passes/x.ts', `import type { Station } from '../../station.ts';`],
    ['main/outbox/x.ts', `import type { Station } from '../station.ts';`],
    ['renderer/screens/board/x.tsx', `import { x } from '../desk/status-list.tsx';`],
    ['ui/dialog.tsx', `import { x } from '../renderer/client.ts';`],
  ])('find a breach in %s: %s', (file, text) => {
    expect(breachesIn(file, text)).toHaveLength(1);
  });

  test.each([
    ['domain/people/person.ts', `import { accept } from '../kernel/result.ts';`],
    ['main/shell/x.ts', `import { app } from 'electron';`],
    ['main/store/x.ts', `import Database from 'better-sqlite3'; db.all("SELECT * FROM person");`],
    ['main/commands/x.ts', `import { x } from '../../issuing/apple/x.ts'; import fs from 'node:fs';`],
    ['renderer/app.tsx', `import { z } from '../contracts/ipc/answer.ts'; import React from 'react';`],
    ['main/ipc/handlers/x.ts', `import { x } from '../../commands/passes/y.ts';`],
    ['main/jobs/x.ts', `import type { Station } from '../station.ts';`],
    ['renderer/screens/desk/x.tsx', `import { x } from '../appointments/next-date.tsx';`],
    ['renderer/screens/desk/x.tsx', `import { x } from './y.tsx'; import '../../theme.css';`],
  ])('let pass what is allowed in %s: %s', (file, text) => {
    expect(breachesIn(file, text)).toEqual([]);
  });

  test('find circles of files, types included', () => {
    const circles = circlesAmong(
      new Map([
        ['domain/a.ts', `import type { B } from './b.ts';`],
        ['domain/b.ts', `export * from './kernel/c.ts'; import './d.ts';`],
        ['domain/kernel/c.ts', `const a = import('../a.ts');`],
        ['domain/d.ts', `import { e } from './e.ts';`],
        ['domain/e.ts', `import React from 'react'; import { gone } from './gone.ts';`],
      ]),
    );
    expect(circles).toEqual([
      'these files import each other in a circle: domain/a.ts, domain/b.ts, domain/kernel/c.ts',
    ]);
  });
});
