import { exportCommand } from '../../export-command.ts';

export const command = exportCommand('csv');
