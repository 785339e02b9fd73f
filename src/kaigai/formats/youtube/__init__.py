"""YouTube's Data API answers, its ids, and what a video's title is made of."""
