"""Each sheet of the field filled in from what the viewer may see of a case; what they may not see is not on the paper."""
