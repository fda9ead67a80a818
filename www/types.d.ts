/** The types that the page's modules share. Those of the analysis come from the core. */
import type { Analysis, EntityType, Event, EventType, Family, TextSpan, Time, Entity } from '../pkg/dateline.js';

export type * from '../pkg/dateline.js';

/** Something that the reader picked: an event (or one of its fields), an entity, or a time expression. */
export type Selection =
  | { kind: 'event'; id: string; field?: string }
  | { kind: 'entity'; id: string }
  | { kind: 'time'; id: string };

/** What a highlighted stretch of text is to the thing that is selected. */
export type Role = 'what' | 'who' | 'whom' | 'where' | 'when' | 'means' | 'toll' | 'source' | 'said' | 'why' | 'mention';

/** A stretch of text that belongs to the selection. */
export interface Hit extends TextSpan {
  role: Role;
}

/** A stretch of text that is marked in the article. */
export interface Mark extends TextSpan {
  kind: 'entity' | 'trigger' | 'time' | 'furniture' | 'hit';
  /** The ids that a click selects; several events may share a trigger. */
  ids: string[];
  /** Type of the entity or event, or role of the hit. */
  type: string;
}

/** Plain text, or a mark with what is inside it. */
export type Piece = { start: number; end: number; mark?: undefined } | { start: number; end: number; mark: Mark; first: boolean; inside: Piece[] };

/** An analysis with what the views look up in it. */
export interface Model {
  text: string;
  analysis: Analysis;
  entities: Map<string, Entity>;
  events: Map<string, Event>;
  times: Map<string, Time>;
  /** Marks in text order, longer first. */
  marks: Mark[];
  /** For each entity, the events it takes part in. */
  eventsOf: Map<string, { event: Event; role: Role }[]>;
  /** For each time expression, the events it dates. */
  eventsAt: Map<string, Event[]>;
}

/** A sample article as its list describes it. */
export interface Sample {
  file: string;
  title: string;
  published: string | null;
  note?: string;
}

/** A date that may be the publication date, and where it was found. */
export interface DateOffer {
  date: string;
  /** Where in the text, if it is there. */
  span?: TextSpan;
  /** Where else, in words. */
  where?: string;
}

export type Phase = 'empty' | 'loading' | 'reading' | 'done' | 'failed' | 'stopped';

/** The whole state of the page. */
export interface PageState {
  text: string;
  /** Publication date as in the field; empty if none. */
  published: string;
  /** The date field holds something that is no date. */
  badDate: boolean;
  /** Dates told by the page that a dropped file came from. */
  offers: DateOffer[];
  minScore: number;
  phase: Phase;
  /** What went wrong, in a plain sentence. */
  problem: string;
  /** Milliseconds that the analysis took. */
  took: number;
  model: Model | null;
  selection: Selection | null;
  /** The text that was replaced last, to bring it back. */
  replaced: { text: string; published: string } | null;
  /** A passing remark. */
  notice: string;
}

export type { Analysis, EntityType, Event, EventType, Family, TextSpan, Time, Entity };
