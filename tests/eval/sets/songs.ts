import type { Ask } from '../ask.js';
import type { Catalogue, Known, KnownName } from '../catalogue.js';
import { oneDrawn } from '../chance.js';
import { type Form, forms } from '../forms.js';
import { distinctNames, type Hiding, ownNames } from '../hiding.js';

const hideable = ['kanji', 'kana', 'romaji', 'English'] as const satisfies readonly Form[];

/** Of curated songs one form is hidden and asked for; `artist` is the performer as credited first. */
export function songs(catalogue: Catalogue): Hiding<Ask> {
  const performers = performersOf(catalogue);
  const chosen = catalogue.things.flatMap((song) => {
    const choice = song.type === 'Song' && distinctNames(song).length > 1 ? oneDrawn(choices(catalogue, song), 'songs', song.id) : undefined;
    return choice ? [{ song, ...choice }] : [];
  });
  return {
    asks: chosen.map(({ song, form, name }) => ({
      text: name.text,
      year: song.year,
      artist: performers.get(song.id),
      truth: song.id,
      language: form,
    })),
    hidden: new Map(chosen.map(({ song, name }) => [song.id, new Set([name.folded])])),
  };
}

function choices(catalogue: Catalogue, song: Known): readonly { readonly form: Form; readonly name: KnownName }[] {
  return hideable.flatMap((form) =>
    ownNames(catalogue, song)
      .filter(forms[form])
      .map((name) => ({ form, name })),
  );
}

function performersOf({ statements, things }: Catalogue): ReadonlyMap<string, string> {
  const known = new Map(things.flatMap((thing) => thing.refs.map((ref): [string, Known] => [ref, thing])));
  const credits = statements.flatMap(({ facts }) => facts.filter(({ type, identity }) => type === 'PERFORMS' && identity['role'] === 'PERFORMER'));
  return new Map(
    credits.reverse().flatMap(({ from, to }) => {
      const [song, artist] = [known.get(to), known.get(from)];
      const name = artist?.names.find(({ kind }) => kind === 'OFFICIAL');
      return song && name ? [[song.id, name.text]] : [];
    }),
  );
}
