"""Walls and single posts that leave the tool: as a page, a document, a table, or data that comes back. Reads only, and shows no more than the wall does."""
from ...documents.text_document import WORD
from ...documents.workbook import XLSX
from .as_docx import as_docx, post_as_docx
from .as_html import as_html, render_post_page
from .as_json import as_json
from .as_table import as_csv, as_xlsx
from .contents import Export, ExportedPost, export_of, export_of_post
from .words import facts, file_name

MAKERS = {"html": (as_html, "text/html; charset=utf-8"), "docx": (as_docx, WORD), "xlsx": (as_xlsx, XLSX), "csv": (as_csv, "text/csv; charset=utf-8"),
          "json": (as_json, "application/json")}

__all__ = ["Export", "ExportedPost", "MAKERS", "WORD", "as_html", "as_json", "export_of", "export_of_post", "facts", "file_name", "post_as_docx", "render_post_page"]
