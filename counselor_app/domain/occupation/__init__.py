"""What is known of an occupation."""
