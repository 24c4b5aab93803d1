"""Login, launch, keys and platforms: how a learning platform sends people here (LTI 1.3). The only importer of pylti1p3.

A launch ends in an arrival (people), a visit (access) and an address (activities). What it said otherwise is not kept.
"""
from .key import ToolKey, signing_key
from .platform import Deployment, Platform, add_platform, find_platform
from .record import LaunchRecord

__all__ = ["Deployment", "LaunchRecord", "Platform", "ToolKey", "add_platform", "find_platform", "signing_key"]
