"""From the Data API's resources to rows of facts."""
