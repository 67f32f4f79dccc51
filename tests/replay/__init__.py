"""A faithful local CBS: a real HTTP server on loopback that speaks OData v3."""
