"""What stands round a body: floor, mats, chairs, walls, balls, bands.

Props as a writer names them go in; surfaces to touch and solids to draw come out.
"""
