/** Where this device is, asked of it once. */
export async function here(): Promise<string> {
  const { coords } = await new Promise<GeolocationPosition>((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(resolve, reject, {
      enableHighAccuracy: true,
      timeout: 15_000,
      maximumAge: 60_000,
    }),
  );
  const { latitude, longitude, accuracy } = coords;
  return `geo:${latitude.toFixed(6)},${longitude.toFixed(6)};u=${Math.min(999_999, Math.ceil(accuracy))}`;
}

export const noLocation =
  '没有取得位置。请在手机的设置里允许浏览器使用位置，再按一次；实在取不到的可以不填。';
