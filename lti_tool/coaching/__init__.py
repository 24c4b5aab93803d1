"""Coaching modules: units and steps that facilitators write and publish, and what learners do with them. Grades are sent by another room."""
from .edition import Edition
from .learner import Learner
from .module import Module
from .step import Step
from .unit import Unit
from .work import StepWork

__all__ = ["Edition", "Learner", "Module", "Step", "StepWork", "Unit"]
