"""How a run went: what it did at each site, what a site usually gives, and what to tell whom."""
