import { importCommand } from '../../import-command.ts';

export const command = importCommand('csv');
