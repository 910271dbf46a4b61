import { idOf, type ProductId } from '../../../domain/kernel/ids.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import { standardTemplate } from '../../../domain/passes/pass-template.ts';
import { germanSchedules } from '../../../domain/schedules/german/german-schedules.ts';
import { openVial } from '../../../main/commands/stock/handle-vials.ts';
import { keepSetting } from '../../../main/store/settings.ts';
import type { Read } from '../../support/asking.ts';
import { testGoogleAccount, testIssuerId } from '../../support/google-account.ts';
import { fileOf } from '../../support/live-centre.ts';
import { comirnaty, mustReceive } from '../../support/stock-station.ts';
import { must } from '../../support/test-station.ts';
import type { RequestInputs } from './request-inputs.ts';
import { type RequestWorld, today } from './request-world.ts';

let lots = 0;
function lotOf(world: RequestWorld) {
  lots += 1;
  const name = { productId: comirnaty, lot: `LOT-${lots}` };
  mustReceive(world.station, 5, { name });
  return name;
}

const vialData = {
  productId: comirnaty,
  dosesPerVial: 7,
  usableHours: 12,
  thawDays: 70,
  source: 'Fachinformation, Stand 11/2026',
};
const fridge = { name: 'Kühlschrank', fromCelsius: 2, toCelsius: 8 };
let fridges = 0;
async function fridgeOf(world: RequestWorld): Promise<{ fridgeId: string }> {
  fridges += 1;
  const { value } = await world.act('stock.add-fridge', { ...fridge, name: `Kühlschrank ${fridges}` });
  return { fridgeId: value.fridgeId };
}

const week = {
  name: 'Woche',
  weekdays: [1, 2, 3],
  hours: [{ from: '09:00', to: '12:00' }],
  slotMinutes: 10,
  lanes: [{ lane: 'C', capacity: 2 }],
};
const templateOf = async (world: RequestWorld) => {
  const { value } = await world.act('slots.save-template', week);
  return { templateId: value.templateId as string };
};

const designs = ['#203040', '#304050', '#405060', '#506070'];
const designOf = ({ station }: RequestWorld) => {
  const standard = standardTemplate(station.settings.centreName);
  return { ...standard, colours: { ...standard.colours, background: designs.shift() ?? '' } };
};
const draftOf = async (world: RequestWorld) => {
  const draftId = crypto.randomUUID();
  await world.act('templates.save-draft', { draftId, name: 'Winter', template: designOf(world) });
  return draftId;
};

const productOf = async (world: RequestWorld, isActive: boolean): Promise<ProductId> => {
  const { value } = await world.lead.ask('products.list');
  const found = value.products.filter((each: Read) => each.isActive === isActive).at(-1);
  return idOf<ProductId>(found.productId);
};

const [first, other] = germanSchedules.filter(
  (book, index, all) => all.findIndex((each) => each.book === book.book) === index,
);
const wishOf = (book: typeof first) => ({ book: book?.book, version: book?.version, dates: 'stay' });

const described = {
  name: 'Impfzentrum Nord',
  address: 'Hafen 1, 20457 Hamburg',
  phone: '040 1',
  timeZone: 'Europe/Berlin',
  districtKey: '02000',
};
const account = () => fileOf('key.json', testGoogleAccount().file);
const google = { issuerId: testIssuerId, mode: 'neutral', cardsFor: 'every-pass' };
const asked = { organisation: 'Impfzentrum Nord', email: 'leitung@nord.example', country: 'DE' };

async function certificateFiles(world: RequestWorld) {
  const made = await world.act('wallets.request-certificate', asked);
  const { value } = await world.lead.ask('wallets.certificate-request', { id: made.value.id });
  const { notBefore, notAfter } = {
    notBefore: new Date(Date.parse(today) - 86_400_000),
    notAfter: new Date(Date.parse(today) + 300 * 86_400_000),
  };
  const cer = await world.apple.answer(value.pem, { notBefore, notAfter });
  return { files: [fileOf('pass.cer', cer), fileOf('wwdr.pem', world.apple.wwdrPem)] };
}

/** What a centre has and how it works. */
export const centreInputs: RequestInputs = {
  'system.confirm-warning': ({ station }) => {
    keepSetting(station.db, 'to-confirm', { 'store-older': { missing: 3 }, 'witness-missing': {} });
    return { code: 'store-older' };
  },
  'stock.confirm-vial-data': () => vialData,
  'stock.confirm-vial-data-with-doctor': (world) => ({
    ...vialData,
    dosesPerVial: 6,
    secondSignIn: world.secondSignIn,
  }),
  'stock.receive': () => ({
    productId: comirnaty,
    lot: 'LOT-N',
    vials: 3,
    expiresOn: addDays(today, 300),
    source: 'Apotheke',
    how: 'typed',
  }),
  'stock.open-vial': lotOf,
  'stock.discard': (world) => {
    const name = lotOf(world);
    const { vialId } = must(openVial(world.station, 'operator', name));
    return { ...name, vialId, reason: 'broken' };
  },
  'stock.count': (world) => ({ ...lotOf(world), vials: 4 }),
  'stock.block': (world) => ({ ...lotOf(world), reason: 'Rückruf' }),
  'stock.release': async (world) => {
    const wish = { ...lotOf(world), reason: 'Geklärt' };
    await world.act('stock.block', wish);
    return { ...wish, secondSignIn: world.secondSignIn };
  },
  'stock.extend': (world) => ({ ...lotOf(world), expiresOn: '2028-06-30', source: 'Hersteller' }),
  'stock.add-fridge': () => fridge,
  'stock.remove-fridge': fridgeOf,
  'stock.note-temperature': async (world) => ({ ...(await fridgeOf(world)), celsius: 5, note: 'morgens' }),
  'slots.save-template': () => week,
  'slots.remove-template': templateOf,
  'slots.open-days': async (world) => ({
    ...(await templateOf(world)),
    from: addDays(today, 61),
    to: addDays(today, 70),
  }),
  'slots.close': () => ({ day: addDays(today, 50), reason: 'staff' }),
  'slots.set-holiday': () => ({ day: addDays(today, 200), name: 'Probe' }),
  'slots.lift-holiday': async (world) => {
    const day = addDays(today, 210);
    await world.act('slots.set-holiday', { day, name: 'Probe' });
    return { day };
  },
  'products.activate': async (world) => ({ productId: await productOf(world, false) }),
  'products.deactivate': async (world) => ({ productId: await productOf(world, true) }),
  'templates.save-draft': (world) => ({
    draftId: crypto.randomUUID(),
    name: 'Winter',
    template: designOf(world),
  }),
  'templates.discard-draft': async (world) => ({ draftId: await draftOf(world) }),
  'templates.publish': async (world) => {
    world.somebody();
    return { draftId: await draftOf(world), push: false };
  },
  'templates.push': () => ({ message: { de: 'Neues Aussehen', en: 'New look' } }),
  'wallets.describe-centre': () => described,
  'wallets.push-centre-name': async (world) => {
    const formerName = world.station.settings.centreName;
    world.somebody();
    await world.act('wallets.describe-centre', { ...described, name: 'Impfzentrum Süd' });
    return { formerName };
  },
  'wallets.request-certificate': () => asked,
  'wallets.import-certificate': certificateFiles,
  'wallets.import-document-signer': ({ signerFiles }) => ({
    files: [signerFiles.certificate, signerFiles.key],
  }),
  'wallets.set-google': () => ({ ...google, accountFile: account() }),
  'wallets.remove-google': async (world) => {
    await world.act('wallets.set-google', { ...google, accountFile: account() });
    return {};
  },
  'staff.add': () => ({ name: 'Cleo Amt', roles: ['vaccinator'], pin: '8264' }),
  'staff.change-roles': async (world) => ({ staffId: await memberOf(world), roles: ['reception'] }),
  'staff.set-pin': async (world) => ({ staffId: await memberOf(world), pin: '7351' }),
  'staff.unlock': async (world) => ({ staffId: await memberOf(world) }),
  'staff.remove': async (world) => ({ staffId: await memberOf(world) }),
  'staff.set-screen-lock': () => ({ afterMinutes: 7 }),
  'staff.change-own-pin': () => ({ pin: '4739', newPin: '2468' }),
  'schedules.activate': () => wishOf(first),
  'schedules.activate-with-doctor': (world) => ({ ...wishOf(other), secondSignIn: world.secondSignIn }),
};

let members = 0;
async function memberOf(world: RequestWorld): Promise<string> {
  members += 1;
  const name = `Mitglied ${'abcdefgh'.charAt(members)}`;
  const { value } = await world.act('staff.add', { name, roles: ['vaccinator'], pin: '9163' });
  return value.staffId;
}
