/*
 * What couples customers: desks with a capacity. Customers never look at each other, so a run with a queue is made in
 * passes (design: loads → waits). Pass 1 plays everybody as if nobody waited and counts what arrives at each desk by
 * month; a queue (first come, first served, arrivals spread over the month) says how long a case of each month waits;
 * pass 2 plays everybody again with these waits. More passes show how far the two are from agreeing (`gapDays`).
 *
 * To let another desk use it: add its name to `queueNames`, its capacity to `queuesOf` with the counters that arrive
 * there, and read `w.waits.<name>` (days by month, undefined where no capacity is set) in the month.
 */
export { gapDays, loadOf, waitsOf, type Load } from "./load.ts";
export { queuesOf, type Queue, type QueueName, type Waits } from "./queue.ts";
export { loadsOfTally, settleLoads, type Settled } from "./settle-loads.ts";
