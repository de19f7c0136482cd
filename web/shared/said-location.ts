/** 北纬38.9123°，东经106.5432°（误差20米内） */
import { located } from '../../engine/forms/form.ts';

export function sayLocation(text: string): string {
  const at = located(text);
  if (!at) return text;
  const { latitude, longitude, accuracy } = at;
  const [north, east] = [latitude < 0 ? '南纬' : '北纬', longitude < 0 ? '西经' : '东经'];
  return `${north}${Math.abs(latitude).toFixed(4)}°，${east}${Math.abs(longitude).toFixed(4)}°（误差${accuracy}米内）`;
}
