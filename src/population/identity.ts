import { faker } from "@faker-js/faker/locale/zh_CN";
import { createDraws, streamKey, type Lang } from "../base/index.ts";
import { romanised } from "./pinyin.ts";
import { purposes, staticMonth } from "./purposes.ts";

/** What a person is shown of a customer. Invented; the name of a city may happen to exist. */
export interface Identity {
  readonly name: string;
  readonly city: string;
  readonly street: string;
  /** Of the shape of a mainland mobile number, in a range that no operator has. */
  readonly mobile: string;
}

/**
 * Name and place of a customer, from her own key: the same person in either language and in a population of
 * any size. Made on demand only (about 13,000 a second). This file alone knows faker, which takes 30 to 45 ms
 * to load: a command that shows nobody should not.
 */
export function identityOf(
  seed: string,
  customer: number,
  lang: Lang,
  gender?: "female" | "male",
): Identity {
  const draw = createDraws(streamKey(seed, 0)).uniform(customer, staticMonth, purposes.identity);
  faker.seed(Math.floor(draw * 4_294_967_296));
  const invented = invent(gender);
  const { surname, given, city, street, way, house, mobile } = invented;
  if (lang === "zh") {
    return {
      name: surname + given,
      city: `${city}市`,
      street: `${street}${way.zh}${house}号`,
      mobile,
    };
  }
  return {
    name: `${romanised(surname)} ${romanised(given)}`,
    city: romanised(city),
    street: `${house} ${romanised(street)} ${way.en}`,
    mobile,
  };
}

const ways = [
  { zh: "路", en: "Road" },
  { zh: "街", en: "Street" },
  { zh: "巷", en: "Lane" },
  { zh: "大道", en: "Avenue" },
] as const;

/** Always the same number of faker's draws in the same order, whatever is known of the customer. */
function invent(gender: "female" | "male" | undefined) {
  const sex = faker.person.sexType();
  const surname = faker.person.lastName();
  const given = faker.person.firstName(gender ?? sex);
  const city = faker.location.city().replace(/[市县]+$/, "");
  const street = faker.person.lastName();
  const way = faker.helpers.arrayElement(ways);
  const house = faker.number.int({ min: 1, max: 899 });
  // 10x is no mobile range in mainland China: mobiles begin with 13 to 19
  const mobile = `10${faker.string.numeric(9)}`;
  return { surname, given, city, street, way, house, mobile };
}
