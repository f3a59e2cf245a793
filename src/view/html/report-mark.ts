/** What stands before the packed report in a page. */
export const reportMark = '<script type="text/plain" id="report-data">';
