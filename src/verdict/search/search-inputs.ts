/** What a search over many runs rests on; no time, path or machine name. */
export interface SearchInputs {
  readonly scenario: string;
  readonly customers: number;
  readonly months: number;
  readonly seed: string;
  readonly replications: number;
  readonly assumptions: string;
  readonly version: string;
  /** SHA-256 of each input file by its name within the project. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Flags that the result depends on, as they were given. */
  readonly flags: readonly string[];
  /** One SHA-256 over the hashes, the flags and the version, by which a table is matched to its inputs. */
  readonly digest: string;
}
