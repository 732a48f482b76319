"""Makes the body files from the MakeHuman base mesh, once, by hand; nothing else uses it."""
