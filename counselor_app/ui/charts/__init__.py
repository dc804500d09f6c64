"""What draws the models of `counselor_app.charts`."""
