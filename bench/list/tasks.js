/** `count` tasks as plain rows; one in ten is of the area `rights`. */
export const buildTasks = (count) =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index),
    title: `第${index + 1}项：建设暖心家园，办好会员之家`,
    area: index % 10 === 0 ? 'rights' : 'publicity',
    isDone: false,
  }));

/**
 * Keeps what a bench of memory needs on the window: `mount` puts a list of tasks that exist already on the page and resolves once it is
 * painted, `unmount` takes it away.
 */
export async function offer(mount) {
  let mounted;
  Object.assign(window, {
    mount: async () => {
      mounted = await mount();
    },
    unmount: () => {
      mounted.remove();
      mounted = undefined;
    },
  });
  return 0;
}
