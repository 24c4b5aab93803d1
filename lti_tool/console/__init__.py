"""The console: course admins look after their own platform, operators after all of them."""
