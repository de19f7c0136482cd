/** 以哪个岗位: the post somebody with several has chosen to act in, in this tab; without a choice the act's own is taken. */
const name = 'post';

export const chosenPost = (): string | undefined => sessionStorage.getItem(name) ?? undefined;

export function choosePost(post: string | undefined): void {
  if (post === undefined) sessionStorage.removeItem(name);
  else sessionStorage.setItem(name, post);
}
