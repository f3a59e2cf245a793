/*
 * What couples customers: desks with a capacity, and figures of the whole book (alarms of the score that something
 * follows, a bank's concentration in joint loans). Customers never look at each other, so a coupled run is made in
 * passes (design: loads → waits). Pass 1 plays everybody as if nobody waited, counts what arrives at each desk by month
 * and adds up the book; a queue (first come, first served, arrivals spread over the month) says how long a case of each
 * month waits; pass 2 plays everybody again with these waits and figures. More passes show how far the two are from
 * agreeing (`gapDays`).
 *
 * To let another desk use it: add its name to `queueNames`, its capacity to `desksOf` with the counters that arrive
 * there, and read `w.waits.<name>` (days by month, undefined where no capacity is set) in the month. Another figure:
 * its name in `figureNames`, when it is needed in `figuresOf`, and how a tally has it in `figureIn`.
 */
export { queuesOf, type Coupling, type Waits } from "./coupling.ts";
export { gapDays, given, loadOf, waitsOf, type Load } from "./load.ts";
export type { Queue } from "./queue.ts";
export { loadsOfTally, settleLoads, type Settled } from "./settle-loads.ts";
