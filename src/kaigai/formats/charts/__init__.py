"""What charts call services, territories and periods."""
