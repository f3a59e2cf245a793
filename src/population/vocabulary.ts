/** Values that the population can produce, by fact. The dictionary fixes their codes. */
export const genders = ["female", "male"] as const;
export const regions = [
  "north",
  "northeast",
  "east",
  "south",
  "central",
  "southwest",
  "northwest",
] as const;
/** Best city tier last: the order in which standing rises. */
export const cityTiers = ["5", "4", "3", "2", "1"] as const;
/** In the order in which standing rises. */
export const educations = ["other", "high-school", "university", "graduate"] as const;
export const maritalStatuses = ["single", "married", "other"] as const;
export const occupations = [
  "employee",
  "civil-servant",
  "self-employed",
  "gig-worker",
  "student",
  "unemployed",
  "retired",
] as const;
export const memberTiers = ["none", "plus", "gold"] as const;
