/** The counties whose data is at hand, by the name settings give. */
import type { County } from '../contract/county.ts';
import { pingluo } from './pingluo/county.ts';

const counties: Readonly<Record<string, County>> = { pingluo };

/** Throws for a county nobody has described. */
export function countyNamed(name: string): County {
  const county = Object.hasOwn(counties, name) ? counties[name] : undefined;
  if (!county) throw new Error(`没有“${name}”的县级数据，可选：${Object.keys(counties).join('、')}`);
  return county;
}
