import { count } from "../define.ts";

/** Persons considered: persons put to an enrolment decision for the first time. Count. 0 where there are none. */
export const considered = count({
  name: "considered",
  group: "funnel",
  title: { en: "Persons considered", zh: "被审查人数" },
  numerator: { en: "persons put to an enrolment decision for the first time", zh: "首次进入开通决策的人数" },
  excludes: { en: "decisions that decided nothing (no-action)", zh: "未作决定的审查（no-action）" },
  of: "considered",
  better: "neither",
  matters: 1,
});
