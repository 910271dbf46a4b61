export type * from './api-types.ts';
export { HeadquartersClient, type Once } from './client.ts';
export { NoAnswerError, ProblemError } from './problem.ts';
export type { ClientOptions } from './transport.ts';
export { type SignedWebhook, verifyWebhook, WebhookError } from './webhooks.ts';
