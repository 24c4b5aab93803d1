// In which order notes stand: as people arranged them, or by votes where the page was asked for that.

const board = document.getElementById("columns");

export const sortsByVotes = () => board?.dataset.sort === "votes";

const votesOf = (item) => Number(item.dataset.total ?? 0);

// Positions are strings of ASCII and compare by code units. What has none (a waiting note) is passed over.
export function standsAfter(other, item) {
  if (sortsByVotes() && votesOf(other) !== votesOf(item)) return votesOf(other) < votesOf(item);
  return other.dataset.position > item.dataset.position;
}
