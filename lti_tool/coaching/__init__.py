"""Coaching modules: units and steps that facilitators write and publish, and what learners do with them. Grades are sent by another room."""
from .certificate import Certificate
from .edition import Edition
from .learner import Learner
from .module import Module
from .step import Step
from .unit import Unit
from .work import StepWork

__all__ = ["Certificate", "Edition", "Learner", "Module", "Step", "StepWork", "Unit"]
