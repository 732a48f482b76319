"""The mannequin at rest, read from its baked files; nothing here is posed.

A body's name goes in; its surface, joints and their limits, named spots, hands, face and hair come out.
"""
