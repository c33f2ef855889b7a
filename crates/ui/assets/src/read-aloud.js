// Reads a question and its answers aloud, with the voice of the telephone or computer itself: nothing is sent anywhere.
// The buttons are hidden where there is no voice for the language of the page. Everything can be read and answered without this file.

const voice = window.speechSynthesis;
const buttons = [...document.querySelectorAll('button[data-read-aloud]')];

if (voice && buttons.length > 0) {
  const language = document.documentElement.lang.toLowerCase();
  const speaks = (it) => it.lang.toLowerCase().replace('_', '-').split('-')[0] === language;

  // Voices may come later than the page.
  const show = () => {
    const able = voice.getVoices().some(speaks);
    for (const button of buttons) button.hidden = !able;
  };
  show();
  voice.addEventListener?.('voiceschanged', show);

  const quiet = () => {
    voice.cancel();
    for (const button of buttons) button.setAttribute('aria-pressed', 'false');
  };

  // Only words that are read with the eyes as well, in their order, each a sentence of its own.
  const words = (place) =>
    [...place.querySelectorAll('legend, label, p')]
      .filter((it) => !it.classList.contains('mm-hidden'))
      .map((it) => it.textContent.trim().replace(/[.?!]?$/, (end) => end || '.'))
      .join(' ');

  for (const button of buttons) {
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', () => {
      const speaking = button.getAttribute('aria-pressed') === 'true';
      quiet();
      const place = document.getElementById(button.dataset.readAloud);
      if (speaking || !place) return;
      const said = new SpeechSynthesisUtterance(words(place));
      said.lang = language;
      said.voice = voice.getVoices().find(speaks) ?? null;
      said.addEventListener('end', () => button.setAttribute('aria-pressed', 'false'));
      button.setAttribute('aria-pressed', 'true');
      voice.speak(said);
    });
  }
  window.addEventListener('pagehide', quiet);
}
