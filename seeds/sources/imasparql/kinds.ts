import type { Resource } from './resources.js';

/** What is read of the data set's things, each class with the properties that are read, and what is left out, with the reason. */
export const KINDS = {
  character: {
    classes: ['imas:Idol', 'imas:Idol_1st', 'imas:Staff', 'imas:XenoglossiaIdol', 'imas:XenoglossiaCharacter'],
    reads: [
      'schema:name',
      'schema:familyName',
      'schema:givenName',
      'schema:alternateName',
      'imas:familyNameKana',
      'imas:givenNameKana',
      'imas:nameKana',
      'imas:alternateNameKana',
      'rdfs:label',
      'schema:gender',
      'schema:birthDate',
      'imas:cv',
      'imas:pastCv',
      'imas:Brand',
    ],
    known: undefined,
  },
  unit: {
    classes: ['imas:Unit'],
    reads: ['schema:name', 'rdfs:label', 'schema:alternateName', 'imas:nameKana', 'schema:member'],
    known: 'schema:member',
  },
  costume: { classes: ['imas:Clothes'], reads: ['schema:name', 'rdfs:label', 'imas:Whose'], known: 'imas:Whose' },
  call: { classes: ['imas:CallName'], reads: ['imas:Source', 'imas:Destination', 'imas:Called'], known: 'imas:Called' },
  live: {
    classes: ['imas:Live'],
    reads: ['schema:name', 'rdfs:label', 'schema:startDate', 'schema:endDate', 'schema:url', 'schema:actor', 'imas:Performance'],
    known: 'schema:startDate',
  },
  performance: {
    classes: ['imas:SetlistNumber'],
    reads: ['schema:name', 'rdfs:label', 'imas:TuneNumber', 'schema:actor'],
    known: 'imas:TuneNumber',
  },
  game: { classes: ['schema:VideoGame'], reads: ['schema:name', 'schema:datePublished', 'schema:actor'], known: undefined },
  composition: {
    classes: ['schema:MusicComposition'],
    // What it is recorded as, the recordings say as well.
    reads: ['schema:composer', 'schema:lyricist', 'schema:recordedAs'],
    known: undefined,
  },
  recording: {
    classes: ['schema:MusicRecording'],
    reads: ['schema:name', 'rdfs:label', 'schema:byArtist', 'schema:recordingOf', 'schema:isrcCode', 'schema:datePublished'],
    known: undefined,
  },
  disc: {
    classes: ['schema:MusicAlbum'],
    reads: ['schema:name', 'rdfs:label', 'schema:byArtist', 'schema:copyrightHolder', 'schema:datePublished', 'schema:MusicRelease'],
    known: undefined,
  },
  release: { classes: ['schema:MusicRelease'], reads: ['schema:catalogNumber', 'schema:releaseOf'], known: undefined },
} as const satisfies Readonly<Record<string, Kind>>;

interface Kind {
  readonly classes: readonly string[];
  readonly reads: readonly string[];
  /** The property that only this kind has; nine things are told without their class. */
  readonly known: string | undefined;
}

export type KindName = keyof typeof KINDS;

const kinds = Object.entries(KINDS) as [KindName, Kind][];

/** Classes that nothing of ours answers to. */
const CLASSES_LEFT_OUT: ReadonlySet<string> = new Set([
  'imas:CinderellaRankingResult',
  'imas:CinderellaVoiceIdolAudition',
  'imas:StageForCinderellaResult',
  'imas:Introduction',
  'imas:Event',
  'imas:Facility',
  'imas:Production',
]);

/** Properties that nothing of ours answers to, of the kinds that are read. */
const PROPERTIES_LEFT_OUT: ReadonlySet<string> = new Set([
  ...['foaf:age', 'schema:height', 'schema:weight', 'imas:Bust', 'imas:Waist', 'imas:Hip', 'imas:ShoeSize', 'imas:BloodType', 'imas:Handedness'],
  ...['imas:Constellation', 'imas:Hobby', 'imas:Talent', 'imas:Favorite', 'imas:Color', 'imas:Attribute', 'imas:Type', 'imas:Category'],
  ...['imas:Division', 'imas:PopLinksAttribute', 'imas:SchoolGrade', 'imas:IdolListURL', 'schema:memberOf', 'schema:birthPlace', 'schema:sibling'],
  ...['schema:description', 'schema:position', 'schema:workLocation', 'schema:additionalName', 'imas:additionalNameKana', 'schema:location'],
  ...['schema:eventStatus', 'schema:eventAttendanceMode', 'schema:previousStartDate', 'imas:NumPerformance', 'imas:NumPerformanceEncore'],
  ...['schema:performer', 'schema:gamePlatform', 'schema:duration', 'schema:musicCompositionForm', 'schema:albumReleaseType', 'schema:numTracks'],
  ...['schema:track', 'schema:image', 'schema:musicReleaseFormat'],
]);

/** A composition's and a disc's own names and pages say nothing that the others don't. */
const leftOutOf: Readonly<Partial<Record<KindName, readonly string[]>>> = {
  composition: ['schema:name', 'rdfs:label'],
  disc: ['schema:url'],
};

export function kindOf({ types, values }: Resource): KindName | undefined {
  return (kinds.find(([, { classes }]) => types.some((type) => classes.includes(type))) ??
    (types.length === 0 ? kinds.find(([, { known }]) => known !== undefined && values.has(known)) : undefined))?.[0];
}

export const isLeftOut = ({ types }: Resource) => types.some((type) => CLASSES_LEFT_OUT.has(type));

export type Fate = 'READ' | 'LEFT_OUT' | 'UNKNOWN';

/** What becomes of a property of a kind. */
export function fateOf(kind: KindName, property: string): Fate {
  const reads: readonly string[] = KINDS[kind].reads;
  if (reads.includes(property)) return 'READ';
  return PROPERTIES_LEFT_OUT.has(property) || leftOutOf[kind]?.includes(property) ? 'LEFT_OUT' : 'UNKNOWN';
}
