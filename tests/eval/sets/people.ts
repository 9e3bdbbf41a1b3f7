import type { Ask } from '../ask.js';
import type { Catalogue, Known } from '../catalogue.js';
import { oneDrawn } from '../chance.js';
import { fold } from '../fold.js';
import { type Form, forms } from '../forms.js';
import { romanised } from '../habits.js';
import type { Hiding } from '../hiding.js';

const hideable = ['kanji', 'kana', 'Latin'] as const satisfies readonly Form[];

/** Of curated people one form is hidden and asked for: the kanji, the kana, or all in Latin letters, which is asked for in several habits. */
export function people(catalogue: Catalogue): Hiding<Ask> {
  const chosen = catalogue.things.flatMap((artist) => {
    const form = isWellNamed(artist) ? oneDrawn(hideable, 'people', artist.id) : undefined;
    return form ? [{ artist, form, hidden: new Set(artist.names.filter(forms[form]).map(({ folded }) => folded)) }] : [];
  });
  return {
    asks: chosen.flatMap(({ artist, form }) => asksFor(catalogue, artist, form)),
    hidden: new Map(chosen.map(({ artist, hidden }) => [artist.id, hidden])),
  };
}

const isWellNamed = ({ type, names, fields }: Known) =>
  type === 'Artist' && fields['kind'] === 'PERSON' && hideable.every((form) => names.some(forms[form]));

function asksFor(catalogue: Catalogue, artist: Known, form: Form): readonly Ask[] {
  const told = artist.names.filter(forms[form]).map(({ text }) => ({ text, habit: form === 'Latin' ? 'Latin as told' : form }));
  const kana = artist.names.find(forms.kana)?.text ?? '';
  const written = form === 'Latin' ? [...romanised(kana), ...told] : told;
  const byText = new Map(written.map(({ text, habit }) => [text, habit]));
  return [...byText].filter(([text]) => isOwn(catalogue, artist, text)).map(([text, habit]) => ({ text, truth: artist.id, language: habit }));
}

/** Whether nobody else goes by this name, in either order of its words. */
const isOwn = ({ named }: Catalogue, { id }: Known, text: string) =>
  [text, text.split(' ').reverse().join(' ')].every((order) => named('Artist', fold(order)).every((other) => other.id === id));
