// The page of the field: one batch, one form, one screen to read back, and what waits to be sent.

import { kept } from './kept.mjs';
import { lineTo } from './line.mjs';
import { show, smaller, taken } from './photo.mjs';
import { Queue, Trouble } from './queue.mjs';

const PHOTOS = 3;
const LONGEST = { title: 150, body: 6000, address: 300 };
/** What is asked for each way of answering, and no more (the house reads the same). */
const REACH = {
  none: { asks: [], needs: [] },
  mail: { asks: ['name', 'mail', 'updates'], needs: ['mail'] },
  letter: { asks: ['name', 'address'], needs: ['name', 'address'] },
  phone: { asks: ['name', 'phone'], needs: ['phone'] },
  intermediary: { asks: ['pseudonym'], needs: ['organisation'] },
};
const ASKED = new Set(Object.values(REACH).flatMap(({ asks }) => asks));
/** What stays for the next capture, because it is mostly the same at the next door. */
const STAYING = ['idea-language', 'spoken', 'area', 'answer-by', 'organisation'];

const at = (id) => document.getElementById(id);
const app = at('fieldwork');
const { account, delivers, language, keptIn } = app.dataset;
const batchForm = at('batch-form');
const captureForm = at('capture-form');
const words = new Map([...at('said').content.querySelectorAll('[data-word]')].map((word) => [word.dataset.word, word.textContent]));
const said = (word) => words.get(word) ?? '';

const store = await kept();
const queue = new Queue({ store, account });
const line = lineTo({ delivers: delivers === 'true', smaller });

/**
 * After so many milliseconds what waits is tried again, each time twice as long until the last: a network often is back before
 * anything gets through. As often as the first the page looks whether it is back: not every browser says so.
 */
const AGAIN = { first: 2_000, last: 60_000 };

let photos = [];
let card = null;
/** Whether the form holds a capture that was kept before: then it may be corrected after its batch was closed. */
let mending = false;
/** When what waits is tried again, and how long after that once more; at once when the network comes back. */
const SOON = { at: 0, wait: AGAIN.first };
let again = SOON;
let looking;

/* Forms */

const valuesOf = (form) => Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === 'string' && value !== ''));

function fill(form, values) {
  for (const field of form.elements) {
    if (!field.name || field.type === 'file' || field.type === 'submit') continue;
    const value = values[field.name] ?? '';
    if (field.type === 'radio' || field.type === 'checkbox') field.checked = field.value === value;
    else field.value = value;
  }
}

const fieldOf = (form, name) => form.querySelector(`#${name}`) ?? form.querySelector(`[name="${name}"]`);
const boxOf = (form, name) => fieldOf(form, name)?.closest('.mm-field');

function settleErrors(form) {
  form.querySelector('.mm-summary')?.remove();
  for (const message of form.querySelectorAll('.mm-field__error')) message.remove();
  for (const box of form.querySelectorAll('.mm-field--wrong')) box.classList.remove('mm-field--wrong', 'utrecht-form-field--invalid');
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
    describe(field, (ids) => ids.filter((id) => !id.endsWith('-error')));
  }
}

function describe(field, change) {
  const ids = change((field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean));
  if (ids.length) field.setAttribute('aria-describedby', ids.join(' '));
  else field.removeAttribute('aria-describedby');
}

/** Says what is wrong beside each field and in a summary on top, where the focus goes: as the pages of the house do. */
function showErrors(form, errors) {
  settleErrors(form);
  if (errors.length === 0) return;
  const summary = at('summary-template').content.cloneNode(true).firstElementChild;
  for (const { name, text } of errors) {
    const item = document.createElement('li');
    const field = fieldOf(form, name);
    const box = boxOf(form, name);
    if (box) {
      const link = document.createElement('a');
      link.href = `#${field.id}`;
      link.textContent = text;
      link.addEventListener('click', (event) => {
        event.preventDefault();
        field.focus();
      });
      item.append(link);
      const message = document.createElement('p');
      message.className = 'mm-field__error';
      message.id = `${name}-error`;
      message.textContent = text;
      box.classList.add('mm-field--wrong');
      const before = box.querySelector('input, textarea, select, .mm-choice');
      (before.closest('.mm-choice') ?? before).before(message);
      field.setAttribute('aria-invalid', 'true');
      describe(field, (ids) => [...ids, message.id]);
    } else item.textContent = text;
    summary.querySelector('ul').append(item);
  }
  form.prepend(summary);
  summary.focus();
}

const today = () => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

function wrongInBatch(values) {
  const wrong = [];
  if (!values.label?.trim()) wrong.push(['label', 'missing']);
  for (const name of ['process', 'channel']) if (!values[name]) wrong.push([name, 'choose']);
  if (!values.captured) wrong.push(['captured', 'missing']);
  else if (values.captured > today()) wrong.push(['captured', 'later']);
  return wrong.map(([name, word]) => ({ name, text: said(word) }));
}

/** What would be refused when it is sent: said now, while the author is still there. */
function wrongInCapture(values) {
  const wrong = [];
  for (const name of ['title', 'body']) if (!values[name]?.trim()) wrong.push([name, 'missing']);
  if (!values['idea-language']) wrong.push(['idea-language', 'choose']);
  if (!values.spoken) wrong.push(['spoken', 'choose']);
  const reach = REACH[values['answer-by']];
  if (!reach) wrong.push(['answer-by', 'choose']);
  for (const name of reach?.needs ?? []) if (!values[name]?.trim()) wrong.push([name, name === 'organisation' ? 'choose' : 'missing']);
  if (values.mail && !/^[^\s<>,;"@]+@[^\s<>,;"@.]+(\.[^\s<>,;"@.]+)+$/.test(values.mail)) wrong.push(['mail', 'mail']);
  const digits = values.phone?.replace(/\D/g, '').length ?? 0;
  if (values.phone && (digits < 8 || digits > 15 || !/^[\d+ ./()-]+$/.test(values.phone))) wrong.push(['phone', 'phone']);
  for (const [name, most] of Object.entries(LONGEST)) if ([...(values[name] ?? '').trim()].length > most) wrong.push([name, 'long']);
  if (photos.length > 0 && !values['photo-consent']) wrong.push(['photo-consent', 'photo-consent']);
  if (values.captured > today()) wrong.push(['captured', 'later']);
  if (!values.consent) wrong.push(['consent', 'consent']);
  return wrong.map(([name, word]) => ({ name, text: said(word) }));
}

/** Only the fields that the chosen way of answering needs. */
function settleReach() {
  const chosen = REACH[valuesOf(captureForm)['answer-by']] ?? REACH.none;
  for (const name of ASKED) boxOf(captureForm, name).hidden = !chosen.asks.includes(name);
  // An organisation that helped stays known, also when the answer goes another way.
  for (const name of [...ASKED, 'organisation']) {
    const optional = boxOf(captureForm, name).querySelector('.mm-field__optional');
    if (optional) optional.hidden = chosen.needs.includes(name);
  }
  boxOf(captureForm, 'photo-consent').hidden = photos.length === 0;
  showPlans();
}

/** What is planned in the chosen area: it came with the page, so that it is here without a network too. */
function showPlans() {
  const area = fieldOf(captureForm, 'area').value;
  if (at('plans').dataset.area === area) return;
  at('plans').dataset.area = area;
  const here = [...document.querySelectorAll('template[data-plans]')].find((one) => one.dataset.plans === area);
  at('plans').replaceChildren(...(here ? [here.content.cloneNode(true)] : []));
}

/** What is sent: nothing of a field that is not asked for. */
function captured() {
  const values = valuesOf(captureForm);
  const chosen = REACH[values['answer-by']] ?? REACH.none;
  for (const name of ASKED) if (!chosen.asks.includes(name)) delete values[name];
  if (at('again').hidden) for (const name of ['process', 'captured']) delete values[name];
  if (photos.length === 0) delete values['photo-consent'];
  return values;
}

/* Photos */

function drawPhotos() {
  const list = at('photos');
  list.replaceChildren();
  for (const [place, photo] of photos.entries()) {
    const item = at('photo-template').content.cloneNode(true).firstElementChild;
    const [canvas, label, input, button] = ['canvas', 'label', 'input', 'button'].map((name) => item.querySelector(name));
    const name = `${said('photo')} ${place + 1}`;
    canvas.setAttribute('aria-label', name);
    label.htmlFor = input.id = `photo-words-${place + 1}`;
    label.prepend(`${name}. `);
    input.value = photo.words;
    input.addEventListener('input', () => {
      photo.words = input.value;
      keepDraft();
    });
    button.append(` (${name})`);
    button.addEventListener('click', () => {
      photos = photos.filter((other) => other !== photo);
      drawPhotos();
      keepDraft();
      at('file').focus();
    });
    show(photo.blob, canvas).catch(() => {});
    list.append(item);
  }
  list.hidden = photos.length === 0;
  boxOf(captureForm, 'file').hidden = photos.length >= PHOTOS;
  settleReach();
}

async function takePhoto(input) {
  const [file] = input.files;
  if (!file) return;
  input.value = '';
  settleErrors(captureForm);
  try {
    photos = [...photos, await taken(file)].slice(0, PHOTOS);
    drawPhotos();
    await keepDraft();
  } catch {
    showErrors(captureForm, [{ name: 'file', text: said('photo-kind') }]);
  }
}

/* What is being written is kept too: a telephone puts a page to sleep whenever it likes. */

let later;
function keepDraft() {
  clearTimeout(later);
  later = setTimeout(saveDraft, 300);
}

async function saveDraft() {
  clearTimeout(later);
  if (app.hidden) return;
  await store.put([['drafts', { id: account, account, values: valuesOf(captureForm), photos, card, batch: valuesOf(batchForm) }]]);
}

async function readDraft() {
  const draft = await store.row('drafts', account);
  if (draft) {
    fill(captureForm, draft.values);
    ({ photos, card } = draft);
    if (draft.batch?.label) fill(batchForm, { ...valuesOf(batchForm), ...draft.batch });
  }
  batchForm.elements.captured.value ||= today();
  drawPhotos();
}

async function emptyForm() {
  const values = valuesOf(captureForm);
  captureForm.reset();
  fill(captureForm, Object.fromEntries(STAYING.map((name) => [name, values[name]])));
  photos = [];
  card = null;
  mending = false;
  at('again').hidden = true;
  drawPhotos();
  await saveDraft();
}

/* Screens */

const SCREENS = ['opening', 'writing', 'reading'];

function stand(screen, focus = true) {
  for (const name of SCREENS) at(name).hidden = name !== screen;
  // Who reads aloud has nothing else to do.
  at('rest').hidden = screen === 'reading';
  if (focus) {
    at(`${screen}-title`).focus();
    at(screen).scrollIntoView();
  }
}

function tell(word, more = '') {
  at('told').textContent = [said(word), more].filter(Boolean).join(' ');
}

const moment = (millis) => new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' }).format(millis);

function parts(item) {
  return Object.fromEntries([...item.querySelectorAll('[data-part]')].map((part) => [part.dataset.part, part]));
}

function keptItem(capture, batches) {
  const item = at('kept-template').content.cloneNode(true).firstElementChild;
  const it = parts(item);
  const name = `${said('number')} ${capture.local}`;
  it.name.textContent = name;
  it.title.textContent = capture.fields?.title ?? '';
  it.state.textContent = said(capture.state);
  const label = batches.find(({ id }) => id === capture.batch)?.fields.label ?? '';
  if (capture.state === 'sent') {
    const number = document.createElement('bdi');
    number.textContent = capture.number;
    it.more.append(number, ` · ${moment(capture.sent)}`, capture.other ? ` · ${said('other-number')}` : '');
  } else it.more.textContent = capture.state === 'tried' ? said('tried-more') : label;
  it.errors.hidden = capture.state !== 'refused';
  for (const { text, word } of capture.errors ?? []) {
    const wrong = document.createElement('li');
    wrong.textContent = text ?? said(word);
    it.errors.append(wrong);
  }
  it.do.hidden = !queue.mayChange(capture);
  for (const button of [it.open, it.drop, it.yes]) button.append(` (${name})`);
  it.open.addEventListener('click', () => reopen(capture));
  it.drop.addEventListener('click', () => {
    it.do.hidden = true;
    it.sure.hidden = false;
    it.yes.focus();
  });
  it.no.addEventListener('click', () => {
    it.do.hidden = false;
    it.sure.hidden = true;
    it.drop.focus();
  });
  it.yes.addEventListener('click', async () => {
    if (!(await queue.drop(capture.id))) tell('told-tried');
    if (card?.id === capture.id) await emptyForm();
    await draw();
    at('kept-title').focus();
  });
  return item;
}

function answerItem(answer) {
  const item = at('answer-template').content.cloneNode(true).firstElementChild;
  const it = parts(item);
  it.to.textContent = answer.to;
  it.number.textContent = answer.number;
  it.title.textContent = answer.title?.text ?? answer.number;
  for (const { heading, said: text } of answer.parts) {
    const head = document.createElement('h4');
    head.textContent = heading;
    head.lang = answer.language;
    head.dir = 'auto';
    it.parts.append(head);
    for (const paragraph of text.text.split('\n\n')) {
      const block = document.createElement('p');
      block.lang = text.language;
      block.dir = 'auto';
      block.textContent = paragraph;
      it.parts.append(block);
    }
  }
  it.brought.append(` (${answer.number})`);
  it.brought.addEventListener('click', async () => {
    await queue.bring(answer.id);
    tell('told-brought');
    await draw();
    at('bringing-title').focus();
    if (navigator.onLine) send();
  });
  return item;
}

/** Draws what waits. Which screen is shown stays as it is, unless there is a batch to open or one was closed. */
async function draw() {
  const [batch, captures, batches, waiting, others] = await Promise.all([queue.batch(), queue.captures(), queue.own('batches'), queue.waiting(), queue.others()]);
  at('waiting').textContent = String(waiting);
  at('network').textContent = said(navigator.onLine ? 'online' : 'offline');
  at('others').hidden = others === 0;
  at('others-count').textContent = String(others);
  at('wipe-count').textContent = String(waiting + others);
  at('kept').hidden = captures.length === 0;
  at('kept-list').replaceChildren(...captures.map((capture) => keptItem(capture, batches)));
  if (batch) {
    at('batch-label').textContent = batch.fields.label;
    at('batch-count').textContent = String(captures.filter((capture) => capture.batch === batch.id).length);
  }
  const bringing = at('bringing-list');
  if (bringing) {
    const answers = await queue.answers();
    bringing.replaceChildren(...answers.map(answerItem));
    at('bringing-none').hidden = answers.length > 0;
  }
  const shown = SCREENS.find((name) => !at(name).hidden);
  const writes = Boolean(batch) || mending;
  if (!shown || (shown === 'opening') === writes) stand(writes ? 'writing' : 'opening', Boolean(shown));
}

/* What people do */

async function openBatch() {
  const values = valuesOf(batchForm);
  const errors = wrongInBatch(values);
  showErrors(batchForm, errors);
  if (errors.length > 0) return;
  await navigator.storage?.persist?.();
  await queue.openBatch(values);
  batchForm.elements.label.value = '';
  await saveDraft();
  await draw();
}

function placeOf(values) {
  const area = fieldOf(captureForm, 'area').selectedOptions[0];
  return [values.street, values.place, values.area && area?.label].filter(Boolean).join(', ') || said('nowhere');
}

async function readBack() {
  const values = captured();
  const errors = wrongInCapture(values);
  showErrors(captureForm, errors);
  if (errors.length > 0) return;
  card ??= queue.card();
  await saveDraft();
  at('read-title').textContent = values.title;
  at('read-body').replaceChildren(...values.body.trim().split(/\n+/).map((lines) => Object.assign(document.createElement('p'), { textContent: lines })));
  for (const id of ['read-title', 'read-body']) at(id).lang = values['idea-language'];
  at('read-place').textContent = placeOf(values);
  at('read-photos').textContent = String(photos.length);
  at('read-answer').textContent = captureForm.querySelector('[name="answer-by"]:checked')?.labels[0].textContent ?? '';
  at('card-number').textContent = card.number;
  at('card-code').textContent = card.code;
  stand('reading');
}

async function keep(wasRead) {
  const fields = captured();
  if (wasRead) fields['read-back'] = 'yes';
  try {
    const capture = await queue.keep(card, { fields, photos });
    await emptyForm();
    stand((await queue.batch()) ? 'writing' : 'opening');
    await draw();
    tell('told-kept', `${said('number')} ${capture.local}.`);
    if (navigator.onLine) send();
  } catch (error) {
    stand('writing');
    tell(error instanceof Trouble ? 'told-tried' : 'told-full');
  }
}

/** Takes a capture back into the form. What was being written there is not thrown away: it is kept first, or stays. */
async function reopen(capture) {
  const values = valuesOf(captureForm);
  if ((values.title || values.body) && card?.id !== capture.id) {
    stand('writing');
    tell('told-first');
    return;
  }
  // The house may refuse what the whole batch has: then this one gets a project and a day of its own.
  const batchWrong = capture.errors.some(({ name }) => name === 'process' || name === 'captured');
  const again = batchWrong ? { captured: (await store.row('batches', capture.batch))?.fields.captured } : {};
  at('again').hidden = !(batchWrong || capture.fields.process);
  fill(captureForm, { ...again, ...capture.fields });
  photos = capture.photos;
  const { id, number, code } = capture;
  card = { id, number, code };
  mending = true;
  drawPhotos();
  await saveDraft();
  stand('writing');
  showErrors(captureForm, (capture.errors ?? []).map(({ name, text, word }) => ({ name, text: text ?? said(word) })));
}

async function closeBatch() {
  await queue.closeBatch();
  await draw();
}

function outcome({ told, sent, refused, gone }) {
  at('sign-in').hidden = told !== 'signed-out' && told !== 'other';
  if (told !== 'done') tell(`told-${told}`);
  else if (refused > 0) tell('told-refused');
  else if (gone > 0) tell('told-gone');
  else if (sent > 0) tell('told-done');
  at('network').textContent = said(told === 'offline' ? 'offline' : 'online');
}

/** Whether it is time to try again. A page that nobody looks at waits. */
async function look() {
  if (!navigator.onLine) again = SOON;
  else if (!document.hidden && Date.now() >= again.at && (await queue.waiting()) > 0) await send();
}

/** Sends what waits; one window at a time. */
async function send() {
  await navigator.locks.request('meemaak-veld', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    if (!navigator.onLine) {
      outcome({ told: 'offline' });
      return;
    }
    if ((await queue.waiting()) > 0) tell('sending');
    const came = await queue.send(line);
    await draw();
    outcome(came);
    const through = came.told === 'done';
    again = { at: Date.now() + (through ? AGAIN.last : again.wait), wait: through ? AGAIN.first : Math.min(again.wait * 2, AGAIN.last) };
  });
}

/** Somebody asks for it, or the network says that it is back: what waits goes now, and soon again when it does not get through. */
async function sendNow() {
  again = SOON;
  await send();
}

async function wipe() {
  app.hidden = true;
  clearInterval(looking);
  await queue.wipe();
  await caches.delete('veld');
  await (await navigator.serviceWorker?.getRegistration('/werk/veld'))?.unregister();
  at('wiped').hidden = false;
  at('wiped').firstElementChild.focus();
}

/** Has the service worker keep the page in every language, with all it needs. */
async function keepPage() {
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register('/werk/veld/worker.js', { scope: '/werk/veld' });
  const { active } = await navigator.serviceWorker.ready;
  const inHead = [...document.head.querySelectorAll('link[href]')].map((link) => link.href);
  const scripts = ['page', 'queue', 'kept', 'line', 'photo'].map((name) => new URL(`/werk/veld/${name}.mjs`, location).href);
  const pages = keptIn.split(' ').map((tag) => [`/werk/veld?bewaar=${tag}`, `/werk/veld?taal=${tag}`]);
  pages.push([`/werk/veld?bewaar=${language}`, '/werk/veld']);
  const answer = new MessageChannel();
  answer.port1.onmessage = ({ data }) => {
    at('ready').hidden = !data;
  };
  active.postMessage({ pages, files: [...new Set([...inHead, ...scripts])] }, [answer.port2]);
}

function listen() {
  batchForm.addEventListener('submit', (event) => {
    event.preventDefault();
    openBatch();
  });
  captureForm.addEventListener('submit', (event) => {
    event.preventDefault();
    readBack();
  });
  captureForm.addEventListener('input', () => {
    settleReach();
    keepDraft();
  });
  batchForm.addEventListener('input', keepDraft);
  at('file').addEventListener('change', ({ target }) => takePhoto(target));
  at('close-batch').addEventListener('click', closeBatch);
  at('keep-read').addEventListener('click', () => keep(true));
  at('keep').addEventListener('click', () => keep(false));
  at('back').addEventListener('click', () => stand('writing'));
  at('send').addEventListener('click', sendNow);
  at('wipe').addEventListener('click', () => {
    at('wipe-sure').hidden = false;
    at('wipe-sure').firstElementChild.focus();
  });
  at('wipe-no').addEventListener('click', () => {
    at('wipe-sure').hidden = true;
    at('wipe').focus();
  });
  at('wipe-yes').addEventListener('click', wipe);
  addEventListener('online', sendNow);
  addEventListener('offline', () => outcome({ told: 'offline' }));
  // The last moment at which a telephone lets a page do anything.
  addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && saveDraft());
}

listen();
at('plain').hidden = true;
app.hidden = false;
await readDraft();
await draw();
await send();
looking = setInterval(look, AGAIN.first);
// Without a network there is nothing to keep; what was kept before stays.
if (navigator.onLine) await keepPage();
