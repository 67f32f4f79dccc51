"""The domain of Wijkatelier: areas, indicators, figures and how they may be compared."""
