"""Boards that leave the tool: as a page, a document, a table, or data that comes back. Reads only, and shows no more than the board does."""
from ...documents.text_document import WORD
from ...documents.workbook import XLSX
from .as_csv import as_csv
from .as_docx import as_docx
from .as_html import as_html
from .as_json import as_json
from .as_xlsx import as_xlsx
from .as_zip import as_zip, pack
from .contents import Chosen, Export, export_of

MAKERS = {"html": (as_html, "text/html; charset=utf-8"), "csv": (as_csv, "text/csv; charset=utf-8"), "json": (as_json, "application/json"),
          "docx": (as_docx, WORD),
          "xlsx": (as_xlsx, XLSX),
          "zip": (as_zip, "application/zip")}

__all__ = ["Chosen", "Export", "MAKERS", "export_of", "pack"]
