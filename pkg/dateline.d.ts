/// <reference lib="esnext.disposable" />
/* tslint:disable */
/* eslint-disable */
// Made from the Rust types by a test; do not edit. To renew: UPDATE_TYPES=1 cargo test --lib typescript

/**
 * What kind of thing an entity is.
 */
export type EntityType = "person" | "armed_group" | "state_force" | "government" | "organization" | "media" | "place" | "facility" | "population" | "weapon" | "operation" | "other";

/**
 * How a mention refers.
 */
export type MentionKind = "name" | "nominal" | "pronoun";

/**
 * TIMEX3 type.
 */
export type TimeType = "date" | "time" | "duration" | "set";

/**
 * Whether an event came to be, as the text tells it.
 */
export type Modality = "happened" | "planned" | "hypothetical" | "negated";

/**
 * What befell the victims.
 */
export type CasualtyKind = "killed" | "injured" | "missing" | "captured" | "displaced" | "affected";

/**
 * How a figure was qualified.
 */
export type Quantifier = "exact" | "at_least" | "at_most" | "about" | "range" | "vague";

/**
 * Where the date of an event comes from.
 */
export type TimeBasis = "explicit" | "inferred";

/**
 * How finely a time is told.
 */
export type TimePrecision = "time" | "day" | "week" | "month" | "season" | "year" | "range" | "none";

/**
 * How finely a place is told; never finer than the text.
 */
export type GeoPrecision = "site" | "town" | "district" | "province" | "country" | "region" | "none";

/**
 * How an event lies to its place.
 */
export type PlaceRelation = "in" | "near" | "part";

/**
 * A source's stand on an event.
 */
export type Stance = "asserts" | "denies" | "claims_responsibility" | "doubts";

/**
 * How the publication date is known.
 */
export type DateBasis = "given" | "none";

/**
 * What happened.
 */
export type EventType = "airstrike" | "shelling" | "clash" | "bombing" | "suicide_bombing" | "attack" | "chemical_attack" | "abuse" | "abduction" | "interception" | "destruction" | "capture" | "withdrawal" | "deployment" | "blockade" | "displacement" | "coercion" | "protest" | "aid" | "casualties" | "agreement" | "talks" | "release" | "sanction" | "support" | "demand" | "threat" | "rejection" | "accusation";

/**
 * The families of event types.
 */
export type Family = "violence" | "control" | "civil" | "diplomacy";

/**
 * A half-open range of UTF-16 code units.
 */
export type TextSpan = {
    /**
     * First code unit.
     */
    start: number,
    /**
     * One past the last code unit.
     */
    end: number, };

    /**
     * The analysis of one article.
     */
    export type Analysis = {
        /**
         * Version of this shape: "1".
         */
        schema: string,
        /**
         * Name and version of program and models.
         */
        generator: string,
        /**
         * SHA-256 of the UTF-8 text, in hexadecimal: a record proves what it was read from.
         */
        textSha256: string,
        /**
         * As the user gave it.
         */
        source: Source,
        /**
         * Document creation time.
         */
        published: Published,
        /**
         * Dates found in the text that may be its publication date; offered, never adopted.
         */
        publishedCandidates: Array<PublishedCandidate>,
        /**
         * The parts of the page that was pasted.
         */
        document: DocumentParts,
        /**
         * Who and what is in it.
         */
        entities: Array<Entity>,
        /**
         * Time expressions, in text order.
         */
        times: Array<Time>,
        /**
         * What happened, in text order of the first trigger.
         */
        events: Array<Event>,
        /**
         * Events in order of time; undated last.
         */
        timeline: Array<TimelineItem>,
        /**
         * Names of the regional packs of places that the article calls for and that were not given.
         */
        packs?: Array<string>,
        /**
         * What was left out or doubtful.
         */
        warnings: Array<Warning>, };

        /**
         * The publication date that the analysis resolved against.
         */
        export type Published = {
            /**
             * `YYYY-MM-DD`.
             */
            date: string | null,
            /**
             * Where it comes from.
             */
            basis: DateBasis, };

            /**
             * A date in the text that may be the publication date.
             */
            export type PublishedCandidate = {
                /**
                 * First code unit.
                 */
                start: number,
                /**
                 * One past the last code unit.
                 */
                end: number,
                /**
                 * `YYYY-MM-DD`.
                 */
                date: string, };

                /**
                 * The parts of the page that was pasted.
                 */
                export type DocumentParts = {
                    /**
                     * The headline, if it is a line of its own.
                     */
                    headline: TextSpan | null,
                    /**
                     * "ALEPPO –", "(Zaman Al Wasl)-".
                     */
                    dateline: TextSpan | null,
                    /**
                     * "By Jane Doe".
                     */
                    byline: TextSpan | null,
                    /**
                     * Page furniture, not analysed.
                     */
                    boilerplate: Array<TextSpan>, };

                    /**
                     * Something that the article is about.
                     */
                    export type Entity = {
                        /**
                         * "e3".
                         */
                        id: string,
                        /**
                         * What it is.
                         */
                        type: EntityType,
                        /**
                         * The canonical form of its name.
                         */
                        name: string,
                        /**
                         * Its mentions, in text order.
                         */
                        mentions: Array<EntityMention>,
                        /**
                         * "Foreign Minister".
                         */
                        role?: string,
                        /**
                         * ISO 3166-1 alpha-2.
                         */
                        country?: string,
                        /**
                         * For places and facilities.
                         */
                        coordinates?: Coordinates,
                        /**
                         * The place that holds it.
                         */
                        within?: string,
                        /**
                         * First-order division.
                         */
                        admin1?: string,
                        /**
                         * How finely the name places it.
                         */
                        precision?: GeoPrecision, };

                        /**
                         * One mention of an entity.
                         */
                        export type EntityMention = {
                            /**
                             * First code unit.
                             */
                            start: number,
                            /**
                             * One past the last code unit.
                             */
                            end: number,
                            /**
                             * How it refers.
                             */
                            kind: MentionKind, };

                            /**
                             * A point on the earth, in degrees (WGS 84).
                             */
                            export type Coordinates = {
                                /**
                                 * Latitude in degrees, north positive.
                                 */
                                lat: number,
                                /**
                                 * Longitude in degrees, east positive.
                                 */
                                lon: number,
                                /**
                                 * "geonames:170063" or "dateline:…" for our supplement.
                                 */
                                gazetteerId?: string,
                                /**
                                 * 0 to 1, three decimals: how sure the choice among places of that name is.
                                 */
                                score: number, };

                                /**
                                 * A time expression.
                                 */
                                export type Time = {
                                    /**
                                     * "t1".
                                     */
                                    id: string,
                                    /**
                                     * First code unit.
                                     */
                                    start: number,
                                    /**
                                     * One past the last code unit.
                                     */
                                    end: number,
                                    /**
                                     * TIMEX3 type.
                                     */
                                    type: TimeType,
                                    /**
                                     * TIMEX3 value.
                                     */
                                    value: string,
                                    /**
                                     * First day covered, `YYYY-MM-DD`.
                                     */
                                    from: string | null,
                                    /**
                                     * Last day covered, `YYYY-MM-DD`.
                                     */
                                    to: string | null, };

                                    /**
                                     * An event as an analyst would log it.
                                     */
                                    export type Event = {
                                        /**
                                         * "v7".
                                         */
                                        id: string,
                                        /**
                                         * What happened.
                                         */
                                        type: EventType,
                                        /**
                                         * The family of the type.
                                         */
                                        family: Family,
                                        /**
                                         * One for each mention of the event.
                                         */
                                        triggers: Array<TextSpan>,
                                        /**
                                         * Who did it.
                                         */
                                        agent: Array<string>,
                                        /**
                                         * Who or what underwent it.
                                         */
                                        target: Array<string>,
                                        /**
                                         * Where.
                                         */
                                        place: Array<string>,
                                        /**
                                         * By which means.
                                         */
                                        instrument: Array<string>,
                                        /**
                                         * Who reports it: the union of the claims' sources.
                                         */
                                        source: Array<string>,
                                        /**
                                         * How it lies to each place.
                                         */
                                        where?: Array<Where>,
                                        /**
                                         * When, if told.
                                         */
                                        time: EventTime | null,
                                        /**
                                         * Whether it came to be.
                                         */
                                        modality: Modality,
                                        /**
                                         * The casualty ledger.
                                         */
                                        casualties: Array<Casualty>,
                                        /**
                                         * Who says so; empty: the article's own voice.
                                         */
                                        claims: Array<Claim>,
                                        /**
                                         * 0 to 1, three decimals.
                                         */
                                        score: number,
                                        /**
                                         * For every field that is not empty, the words it came from.
                                         */
                                        evidence: Array<Evidence>,
                                        /**
                                         * Cross-walk to other codebooks.
                                         */
                                        codes: Codes, };

                                        /**
                                         * How an event lies to a place.
                                         */
                                        export type Where = {
                                            /**
                                             * The place.
                                             */
                                            place: string,
                                            /**
                                             * Inside, near, or in a part of it.
                                             */
                                            relation: PlaceRelation,
                                            /**
                                             * What the text gives.
                                             */
                                            precision: GeoPrecision, };

                                            /**
                                             * When an event happened.
                                             */
                                            export type EventTime = {
                                                /**
                                                 * First day, `YYYY-MM-DD`.
                                                 */
                                                from: string | null,
                                                /**
                                                 * Last day, `YYYY-MM-DD`.
                                                 */
                                                to: string | null,
                                                /**
                                                 * Told in the sentence, or carried over.
                                                 */
                                                basis: TimeBasis,
                                                /**
                                                 * The time expression.
                                                 */
                                                expression?: string,
                                                /**
                                                 * How finely it is told.
                                                 */
                                                precision: TimePrecision, };

                                                /**
                                                 * One figure of the casualty ledger.
                                                 */
                                                export type Casualty = {
                                                    /**
                                                     * First code unit of the words that give the figure.
                                                     */
                                                    start: number,
                                                    /**
                                                     * One past the last code unit.
                                                     */
                                                    end: number,
                                                    /**
                                                     * What befell them.
                                                     */
                                                    kind: CasualtyKind,
                                                    /**
                                                     * Lowest figure told, in persons.
                                                     */
                                                    low: number | null,
                                                    /**
                                                     * Highest figure told, in persons.
                                                     */
                                                    high: number | null,
                                                    /**
                                                     * How the figure was qualified.
                                                     */
                                                    quantifier: Quantifier,
                                                    /**
                                                     * Who the victims are.
                                                     */
                                                    who?: string,
                                                    /**
                                                     * Who gives the figure.
                                                     */
                                                    source?: string,
                                                    /**
                                                     * Men, women and children among them.
                                                     */
                                                    groups?: Groups, };

                                                    /**
                                                     * Men, women and children among the victims, in persons.
                                                     */
                                                    export type Groups = {
                                                        /**
                                                         * Men.
                                                         */
                                                        men?: number,
                                                        /**
                                                         * Women.
                                                         */
                                                        women?: number,
                                                        /**
                                                         * Children.
                                                         */
                                                        children?: number, };

                                                        /**
                                                         * What one source says of an event. Two sources that disagree are two claims.
                                                         */
                                                        export type Claim = {
                                                            /**
                                                             * Who says so, if an entity.
                                                             */
                                                            source: string | null,
                                                            /**
                                                             * "said", "according to".
                                                             */
                                                            cue: TextSpan | null,
                                                            /**
                                                             * What is said.
                                                             */
                                                            content: TextSpan,
                                                            /**
                                                             * Its stand.
                                                             */
                                                            stance: Stance,
                                                            /**
                                                             * Whether it happened, according to this source.
                                                             */
                                                            modality: Modality,
                                                            /**
                                                             * Who did it, according to this source.
                                                             */
                                                            agent?: Array<string>,
                                                            /**
                                                             * The figures this source gives: indices into the event's casualties.
                                                             */
                                                            casualties?: Array<number>, };

                                                            /**
                                                             * Why a field says what it says.
                                                             */
                                                            export type Evidence = {
                                                                /**
                                                                 * "type", "agent:e3", "time", "modality", "casualties.0".
                                                                 */
                                                                field: string,
                                                                /**
                                                                 * The rule or model feature.
                                                                 */
                                                                rule: string,
                                                                /**
                                                                 * The words.
                                                                 */
                                                                spans: Array<TextSpan>, };

                                                                /**
                                                                 * Codes of an event in other codebooks; absent where the cross-walk says none.
                                                                 */
                                                                export type Codes = {
                                                                    /**
                                                                     * ACLED sub-event type.
                                                                     */
                                                                    acled?: string,
                                                                    /**
                                                                     * PLOVER event and mode.
                                                                     */
                                                                    plover?: string,
                                                                    /**
                                                                     * CAMEO code.
                                                                     */
                                                                    cameo?: string, };

                                                                    /**
                                                                     * Events of the same stretch of days.
                                                                     */
                                                                    export type TimelineItem = {
                                                                        /**
                                                                         * First day, `YYYY-MM-DD`.
                                                                         */
                                                                        from: string | null,
                                                                        /**
                                                                         * Last day, `YYYY-MM-DD`.
                                                                         */
                                                                        to: string | null,
                                                                        /**
                                                                         * How finely it is told.
                                                                         */
                                                                        precision: TimePrecision,
                                                                        /**
                                                                         * Long before the news of the day.
                                                                         */
                                                                        background: boolean,
                                                                        /**
                                                                         * What to call it.
                                                                         */
                                                                        label: string,
                                                                        /**
                                                                         * The events.
                                                                         */
                                                                        events: Array<string>, };

                                                                        /**
                                                                         * Something that was left out or is doubtful, in words a user understands.
                                                                         */
                                                                        export type Warning = {
                                                                            /**
                                                                             * Stable name of the kind of warning.
                                                                             */
                                                                            code: string,
                                                                            /**
                                                                             * A plain sentence.
                                                                             */
                                                                            message: string,
                                                                            /**
                                                                             * Where, if anywhere.
                                                                             */
                                                                            span?: TextSpan, };

                                                                            /**
                                                                             * Where the text comes from, as the user gave it; copied into the result unread.
                                                                             */
                                                                            export type Source = {
                                                                                /**
                                                                                 * Address of the article.
                                                                                 */
                                                                                url?: string,
                                                                                /**
                                                                                 * Name of the outlet.
                                                                                 */
                                                                                outlet?: string,
                                                                                /**
                                                                                 * Title of the article.
                                                                                 */
                                                                                title?: string, };

                                                                                /**
                                                                                 * Options of [`crate::analyze`].
                                                                                 */
                                                                                export type Options = {
                                                                                    /**
                                                                                     * Publication date (document creation time), `YYYY-MM-DD`. Without one, nothing is resolved that needs one.
                                                                                     */
                                                                                    published?: string | null,
                                                                                    /**
                                                                                     * Where the text comes from.
                                                                                     */
                                                                                    source?: Source | null,
                                                                                    /**
                                                                                     * Events with a score below this are left out (0 to 1; 0.5 unless told).
                                                                                     */
                                                                                    minScore?: number | null, };



                                                                                    /**
                                                                                     * Places: the core with regional packs. Immutable; make a new one to add packs.
                                                                                     */
                                                                                    export class Places {
                                                                                        free(): void;
                                                                                        [Symbol.dispose](): void;
                                                                                        /**
                                                                                         * As the function `analyze`, with these places.
                                                                                         *
                                                                                         * # Errors
                                                                                         * As [`analyze`].
                                                                                         */
                                                                                        analyze(text: string, options: Options | null | undefined): Analysis;
                                                                                        /**
                                                                                         * Reads the bytes of packs (`Analysis.packs` names those that an article calls for). A damaged one is left out, and every
                                                                                         * analysis with these places warns of it.
                                                                                         */
                                                                                        constructor(packs: Uint8Array[]);
                                                                                        /**
                                                                                         * As the function `toCsv`, with these places.
                                                                                         *
                                                                                         * # Errors
                                                                                         * As [`analyze`].
                                                                                         */
                                                                                        toCsv(text: string, options: Options | null | undefined): string;
                                                                                        /**
                                                                                         * As the function `toMarkdown`, with these places.
                                                                                         *
                                                                                         * # Errors
                                                                                         * As [`analyze`].
                                                                                         */
                                                                                        toMarkdown(text: string, options: Options | null | undefined): string;
                                                                                    }

                                                                                    /**
                                                                                     * Analyses one article. Stateless and synchronous.
                                                                                     *
                                                                                     * # Errors
                                                                                     * Throws an `Error` in a plain sentence for options that are not as they should be.
                                                                                     */
                                                                                    export function analyze(text: string, options: Options | null | undefined): Analysis;

                                                                                    /**
                                                                                     * Grammar and names of a text as CoNLL-U; with a position in the text (in UTF-16 code units), the grammar of the sentence there.
                                                                                     */
                                                                                    export function parse(text: string, at?: number | null): string;

                                                                                    /**
                                                                                     * Makes a panic readable in the browser's console.
                                                                                     */
                                                                                    export function start(): void;

                                                                                    /**
                                                                                     * The events of one article in the columns of an ACLED table.
                                                                                     *
                                                                                     * # Errors
                                                                                     * As [`analyze`].
                                                                                     */
                                                                                    export function toAcled(text: string, options: Options | null | undefined): string;

                                                                                    /**
                                                                                     * The events of one article as comma-separated values, one row for each.
                                                                                     *
                                                                                     * # Errors
                                                                                     * As [`analyze`].
                                                                                     */
                                                                                    export function toCsv(text: string, options: Options | null | undefined): string;

                                                                                    /**
                                                                                     * The events of one article as GeoJSON.
                                                                                     *
                                                                                     * # Errors
                                                                                     * As [`analyze`].
                                                                                     */
                                                                                    export function toGeoJson(text: string, options: Options | null | undefined): string;

                                                                                    /**
                                                                                     * One article's analysis as a readable report in Markdown.
                                                                                     *
                                                                                     * # Errors
                                                                                     * As [`analyze`].
                                                                                     */
                                                                                    export function toMarkdown(text: string, options: Options | null | undefined): string;

                                                                                    /**
                                                                                     * Name and version of the program and its models.
                                                                                     */
                                                                                    export function version(): string;

                                                                                    export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

                                                                                    export interface InitOutput {
                                                                                        readonly memory: WebAssembly.Memory;
                                                                                        readonly __wbg_places_free: (a: number, b: number) => void;
                                                                                        readonly analyze: (a: number, b: number, c: any) => [number, number, number];
                                                                                        readonly parse: (a: number, b: number, c: number) => [number, number];
                                                                                        readonly places_analyze: (a: number, b: number, c: number, d: any) => [number, number, number];
                                                                                        readonly places_new: (a: number, b: number) => number;
                                                                                        readonly places_toCsv: (a: number, b: number, c: number, d: any) => [number, number, number, number];
                                                                                        readonly places_toMarkdown: (a: number, b: number, c: number, d: any) => [number, number, number, number];
                                                                                        readonly start: () => void;
                                                                                        readonly toAcled: (a: number, b: number, c: any) => [number, number, number, number];
                                                                                        readonly toCsv: (a: number, b: number, c: any) => [number, number, number, number];
                                                                                        readonly toGeoJson: (a: number, b: number, c: any) => [number, number, number, number];
                                                                                        readonly toMarkdown: (a: number, b: number, c: any) => [number, number, number, number];
                                                                                        readonly version: () => [number, number];
                                                                                        readonly __wbindgen_malloc: (a: number, b: number) => number;
                                                                                        readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
                                                                                        readonly __wbindgen_free: (a: number, b: number, c: number) => void;
                                                                                        readonly __wbindgen_exn_store: (a: number) => void;
                                                                                        readonly __externref_table_alloc: () => number;
                                                                                        readonly __wbindgen_externrefs: WebAssembly.Table;
                                                                                        readonly __externref_table_dealloc: (a: number) => void;
                                                                                        readonly __externref_drop_slice: (a: number, b: number) => void;
                                                                                        readonly __wbindgen_start: () => void;
                                                                                    }

                                                                                    export type SyncInitInput = BufferSource | WebAssembly.Module;

                                                                                    /**
                                                                                     * Instantiates the given `module`, which can either be bytes or
                                                                                     * a precompiled `WebAssembly.Module`.
                                                                                     *
                                                                                     * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
                                                                                     *
                                                                                     * @returns {InitOutput}
                                                                                     */
                                                                                    export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

                                                                                    /**
                                                                                     * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
                                                                                     * for everything else, calls `WebAssembly.instantiate` directly.
                                                                                     *
                                                                                     * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
                                                                                     *
                                                                                     * @returns {Promise<InitOutput>}
                                                                                     */
                                                                                    export default function __wbg_init (module_or_path?: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;
