import { z } from 'zod';

/** The dump's entities are those of the web service, version 2; checked is what is read of them. */
const date = z.string().nullish();

const aliasModel = z.object({
  name: z.string().min(1),
  'sort-name': z.string().nullish(),
  locale: z.string().nullish(),
  type: z.string().nullish(),
  primary: z.boolean().nullish(),
});

/** An artist as relations and credits name it. */
const creditedModel = z.object({
  id: z.guid(),
  name: z.string().min(1),
  'sort-name': z.string().nullish(),
  type: z.string().nullish(),
});

const relationModel = z.object({
  type: z.string(),
  direction: z.enum(['forward', 'backward']).nullish(),
  attributes: z.array(z.string()).default([]),
  begin: date,
  end: date,
  ended: z.boolean().nullish(),
  'target-credit': z.string().nullish(),
  artist: creditedModel.nullish(),
  work: z.object({ id: z.guid() }).nullish(),
  url: z.object({ resource: z.string() }).nullish(),
});

const areaModel = z.object({ 'iso-3166-1-codes': z.array(z.string()).default([]), 'iso-3166-2-codes': z.array(z.string()).default([]) });

export const artistModel = creditedModel.extend({
  country: z.string().nullish(),
  area: areaModel.nullish(),
  'begin-area': areaModel.nullish(),
  'life-span': z.object({ begin: date }).nullish(),
  aliases: z.array(aliasModel).default([]),
  relations: z.array(relationModel).default([]),
});

export const workModel = z.object({
  id: z.guid(),
  title: z.string().min(1),
  type: z.string().nullish(),
  languages: z.array(z.string()).default([]),
  iswcs: z.array(z.string()).default([]),
  attributes: z.array(z.object({ type: z.string(), value: z.string() })).default([]),
  aliases: z.array(aliasModel).default([]),
  relations: z.array(relationModel).default([]),
});

export const recordingModel = z.object({
  id: z.guid(),
  title: z.string().min(1),
  disambiguation: z.string().nullish(),
  video: z.boolean().nullish(),
  'first-release-date': date,
  isrcs: z.array(z.string()).default([]),
  'artist-credit': z.array(z.object({ name: z.string(), joinphrase: z.string().nullish(), artist: creditedModel })).min(1),
  aliases: z.array(aliasModel).default([]),
  relations: z.array(relationModel).default([]),
});

export type Alias = z.infer<typeof aliasModel>;
export type Credited = z.infer<typeof creditedModel>;
export type Relation = z.infer<typeof relationModel>;
export type Artist = z.infer<typeof artistModel>;
export type Work = z.infer<typeof workModel>;
export type Recording = z.infer<typeof recordingModel>;
