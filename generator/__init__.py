"""From data packages of county metrics to a bulletin site.

intake    finds the packages, validates and checks them                     -> Tables
measures  puts vintages together, computes, marks revisions                 -> Edition
pages     says what each page shows: view models, wording, charts, Jinja    -> Page
site      packages, catalogue, builder, filled blocks, checked links        -> site/
"""

__version__ = "0.1.0"
