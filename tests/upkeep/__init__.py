"""What a handbook needs every week: reviews that run out, sources that went, packages, the deployed site."""
