"""What a tool may ask of the services, by the names that 1EdTech gave to it."""

AGS, NRPS = "https://purl.imsglobal.org/spec/lti-ags/", "https://purl.imsglobal.org/spec/lti-nrps/"

LINE_ITEM = AGS + "scope/lineitem"
LINE_ITEM_READ = AGS + "scope/lineitem.readonly"
RESULT_READ = AGS + "scope/result.readonly"
SCORE = AGS + "scope/score"
ROSTER = NRPS + "scope/contextmembership.readonly"

GRADES = (LINE_ITEM, LINE_ITEM_READ, RESULT_READ, SCORE)
SCOPES = (*GRADES, ROSTER)
