<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>Circulation</name>
    <message>
        <source>现在的草稿</source>
        <translation>The draft as it is</translation>
    </message>
    <message>
        <source>{0:%Y-%m-%d %H:%M} 保存&#x3000;{1}</source>
        <translation>Saved {0:%Y-%m-%d %H:%M}&#x3000;{1}</translation>
    </message>
    <message>
        <source>来源：{0}</source>
        <translation>Source: {0}</translation>
    </message>
    <message>
        <source>-花脸稿.docx</source>
        <translation>-redline.docx</translation>
    </message>
    <message>
        <source>导出花脸稿</source>
        <translation>Export redline</translation>
    </message>
    <message>
        <source>Word 文件 (*.docx)</source>
        <translation>Word files (*.docx)</translation>
    </message>
    <message>
        <source>-征求意见稿.docx</source>
        <translation>-for-comment.docx</translation>
    </message>
    <message>
        <source>导出征求意见稿</source>
        <translation>Export for comment</translation>
    </message>
    <message>
        <source>{0} 个填报项可以在文件里直接填，同一项填一处，处处都变。收回后用“读回填报值”。</source>
        <translation>{0} slots can be filled in in the file; one filled in once changes everywhere. When it comes back, use “Read values back”.</translation>
    </message>
    <message>
        <source>已导出 {0}</source>
        <translation>Exported {0}</translation>
    </message>
    <message>
        <source>成套文件放在哪个文件夹</source>
        <translation>Folder for the set</translation>
    </message>
    <message>
        <source>已导出 {0} 份文件</source>
        <translation>{0} papers exported</translation>
    </message>
    <message>
        <source>读回填报值</source>
        <translation>Read values back</translation>
    </message>
    <message>
        <source>交回的文件 (*.docx *.doc)</source>
        <translation>Returned files (*.docx *.doc)</translation>
    </message>
    <message>
        <source>采用 {0} 个填报值</source>
        <translation>Take {0} values</translation>
    </message>
</context>
<context>
    <name>CompareVersions</name>
    <message>
        <source>比较版本</source>
        <translation>Compare versions</translation>
    </message>
    <message>
        <source>导出花脸稿…</source>
        <translation>Export redline…</translation>
    </message>
    <message>
        <source>把不同之处写成 Word 修订，旁边另存一份清样</source>
        <translation>Writes the differences as Word revisions, and a clean proof beside it</translation>
    </message>
    <message>
        <source>旧的一份(&amp;O)</source>
        <translation>&amp;Old</translation>
    </message>
    <message>
        <source>新的一份(&amp;N)</source>
        <translation>&amp;New</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>文件…</source>
        <translation>File…</translation>
    </message>
    <message>
        <source>比较哪个文件</source>
        <translation>Which file to compare</translation>
    </message>
    <message>
        <source>草稿和资料 ({0})</source>
        <translation>Drafts and plans ({0})</translation>
    </message>
    <message>
        <source>正在比较…</source>
        <translation>Comparing…</translation>
    </message>
    <message>
        <source>从旧到新：{0}</source>
        <translation>From old to new: {0}</translation>
    </message>
    <message>
        <source>两份完全相同</source>
        <translation>Both are the same</translation>
    </message>
</context>
<context>
    <name>ComparedPanel</name>
    <message>
        <source>导出表格…</source>
        <translation>Export tables…</translation>
    </message>
</context>
<context>
    <name>ComparisonParts</name>
    <message>
        <source>对照矩阵</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>目标台账</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>上下衔接</source>
        <translation>Superior plan</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>标为不需要</source>
        <translation>Mark as not needed</translation>
    </message>
    <message>
        <source>本稿不写“{0}”，理由：</source>
        <translation>The draft leaves out “{0}” because:</translation>
    </message>
    <message>
        <source>标“{0}”为不需要</source>
        <translation>Mark “{0}” as not needed</translation>
    </message>
    <message>
        <source>恢复“{0}”为需要</source>
        <translation>Want “{0}” again</translation>
    </message>
    <message>
        <source>对照表.xlsx</source>
        <translation>comparison.xlsx</translation>
    </message>
    <message>
        <source>导出对照表</source>
        <translation>Export comparison</translation>
    </message>
    <message>
        <source>表格 (*.xlsx)</source>
        <translation>Spreadsheet (*.xlsx)</translation>
    </message>
    <message>
        <source>已导出 {0}</source>
        <translation>Exported {0}</translation>
    </message>
</context>
<context>
    <name>Completer</name>
    <message>
        <source>单位名称</source>
        <translation>Names of bodies</translation>
    </message>
</context>
<context>
    <name>Correction</name>
    <message>
        <source>校正结构</source>
        <translation>Correct structure</translation>
    </message>
    <message>
        <source>显示正文</source>
        <translation>Show text</translation>
    </message>
    <message>
        <source>资料的结构</source>
        <translation>Structure of the plan</translation>
    </message>
    <message>
        <source>升一级</source>
        <translation>Promote</translation>
    </message>
    <message>
        <source>降一级</source>
        <translation>Demote</translation>
    </message>
    <message>
        <source>改标题</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>并入上文</source>
        <translation>Make text</translation>
    </message>
    <message>
        <source>设为标题</source>
        <translation>Make heading</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>读入时的说明 {0} 条</source>
        <translation>Remarks from reading: {0}</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>如 济南市</source>
        <translation>e.g. 济南市</translation>
    </message>
    <message>
        <source>文种</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>如 行动计划</source>
        <translation>e.g. 行动计划</translation>
    </message>
    <message>
        <source>发文机关</source>
        <translation>Issuer</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>这份资料</source>
        <translation>This plan</translation>
    </message>
    <message>
        <source>校正存在资料库里，以后打开、查找和摘入都用校正后的；原件不改动。</source>
        <translation>The correction is kept in the library: from now on the corrected plan is opened, searched and picked from. The file itself stays as it is.</translation>
    </message>
    <message>
        <source>恢复原样</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>回到读入时的样子；保存后才算数</source>
        <translation>Back to how it was read; takes effect when saved</translation>
    </message>
    <message>
        <source>保存校正</source>
        <translation>Save correction</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>这次改的 {0} 处不会保存。</source>
        <translation>{0} changes will not be saved.</translation>
    </message>
    <message>
        <source>放弃这些校正？</source>
        <translation>Discard these corrections?</translation>
    </message>
    <message>
        <source>放弃</source>
        <translation>Discard</translation>
    </message>
</context>
<context>
    <name>CoverageMap</name>
    <message>
        <source>覆盖图</source>
        <translation>Coverage</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>没有不同之处。</source>
        <translation>No differences.</translation>
    </message>
    <message>
        <source>不同之处</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>改动 {0} 处</source>
        <translation>{0} rewritten</translation>
    </message>
    <message>
        <source>增加 {0} 处</source>
        <translation>{0} added</translation>
    </message>
    <message>
        <source>删去 {0} 处</source>
        <translation>{0} removed</translation>
    </message>
    <message>
        <source>移动 {0} 处</source>
        <translation>{0} moved</translation>
    </message>
    <message>
        <source>改</source>
        <translation>Rewritten</translation>
    </message>
    <message>
        <source>增</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>删</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>移</source>
        <translation>Moved</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>浮动</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Duties</name>
    <message>
        <source>修改责任单位</source>
        <translation>Edit responsible bodies</translation>
    </message>
    <message>
        <source>任务台账.xlsx</source>
        <translation>Task ledger.xlsx</translation>
    </message>
    <message>
        <source>导出台账</source>
        <translation>Export ledger</translation>
    </message>
    <message>
        <source>表格 (*.xlsx)</source>
        <translation>Spreadsheet (*.xlsx)</translation>
    </message>
    <message>
        <source>已导出 {0}</source>
        <translation>Exported {0}</translation>
    </message>
</context>
<context>
    <name>DutiesModel</name>
    <message>
        <source>重点任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>主要内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>工作目标</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>配合单位</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>完成时限</source>
        <translation>Deadline</translation>
    </message>
</context>
<context>
    <name>DutiesPanel</name>
    <message>
        <source>导出台账…</source>
        <translation>Export ledger…</translation>
    </message>
    <message>
        <source>正文中写了“（责任单位：…）”“（牵头单位：…）”，每项就列在这里</source>
        <translation>Each clause （责任单位：…） or （牵头单位：…） of the text is listed here</translation>
    </message>
    <message>
        <source>还没有任务分工</source>
        <translation>No tasks yet</translation>
    </message>
    <message>
        <source>任务分工</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>{0} 项任务，牵头单位和配合单位可以直接改，正文随之改</source>
        <translation>{0} tasks; edit who leads and supports here, and the text follows</translation>
    </message>
</context>
<context>
    <name>EntriesModel</name>
    <message>
        <source>文种不明</source>
        <translation>Kind unknown</translation>
    </message>
    <message>
        <source>年份不明</source>
        <translation>Year unknown</translation>
    </message>
    <message>
        <source>没有标签</source>
        <translation>No tag</translation>
    </message>
    <message>
        <source>地区不明</source>
        <translation>Place unknown</translation>
    </message>
    <message>
        <source>{0}，{1} 份</source>
        <translation>{0}, {1} plans</translation>
    </message>
    <message>
        <source>{0} 字</source>
        <translation>{0} characters</translation>
    </message>
    <message>
        <source>标签：{0}</source>
        <translation>Tags: {0}</translation>
    </message>
    <message>
        <source>备注：{0}</source>
        <translation>Note: {0}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>导出 Word</source>
        <translation>Export to Word</translation>
    </message>
    <message>
        <source>用本单位的 Word 文件…</source>
        <translation>Use the unit&apos;s own Word file…</translation>
    </message>
    <message>
        <source>填写…</source>
        <translation>Fill in…</translation>
    </message>
    <message>
        <source>连同印发通知</source>
        <translation>With the notice</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Table of contents</translation>
    </message>
    <message>
        <source>标题用自动编号</source>
        <translation>Automatic numbers in headings</translation>
    </message>
    <message>
        <source>未填项加底色</source>
        <translation>Highlight open slots</translation>
    </message>
    <message>
        <source>附任务分工表</source>
        <translation>Annex: table of tasks</translation>
    </message>
    <message>
        <source>附主要目标表</source>
        <translation>Annex: table of targets</translation>
    </message>
    <message>
        <source>同时出 PDF</source>
        <translation>Also as PDF</translation>
    </message>
    <message>
        <source>同时出台账（.xlsx）</source>
        <translation>Also the ledger (.xlsx)</translation>
    </message>
    <message>
        <source>版式(&amp;S)</source>
        <translation>&amp;Style</translation>
    </message>
    <message>
        <source>怎么出</source>
        <translation>How</translation>
    </message>
    <message>
        <source>改出花脸稿…</source>
        <translation>Redline instead…</translation>
    </message>
    <message>
        <source>改出征求意见稿…</source>
        <translation>For comment instead…</translation>
    </message>
    <message>
        <source>出件前请看</source>
        <translation>To look at before</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>文件名(&amp;N)</source>
        <translation>File &amp;name</translation>
    </message>
    <message>
        <source>{0} 个填报项未填，会印成【名称】</source>
        <translation>{0} slots are open and print as 【name】</translation>
    </message>
    <message>
        <source>{0} 条检查意见没有处理，其中必错 {1}、外地残留 {2}</source>
        <translation>{0} findings are not dealt with: errors {1}, leftovers {2}</translation>
    </message>
    <message>
        <source>去填</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>去看</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>同名文件已有一份，将存为“{0}”，不覆盖旧稿。</source>
        <translation>There is such a file; this one will be “{0}”, the old one stays.</translation>
    </message>
    <message>
        <source>存到 {0}</source>
        <translation>Saved to {0}</translation>
    </message>
    <message>
        <source>Word 文件 (*.docx)</source>
        <translation>Word files (*.docx)</translation>
    </message>
    <message>
        <source>本单位的 Word 文件</source>
        <translation>The unit&apos;s own Word file</translation>
    </message>
    <message>
        <source>Word 文件 (*.docx *.dotx)</source>
        <translation>Word files (*.docx *.dotx)</translation>
    </message>
    <message>
        <source>规划直接套用文件头时没有放目录的地方。</source>
        <translation>A plan under a red head of its own has no place for contents.</translation>
    </message>
    <message>
        <source>近似预览：本机没有 LibreOffice，按编辑窗口的版面排出，不含印发通知、目录和所选版式</source>
        <translation>Approximate: LibreOffice is not installed, so these are the pages of the editor, without notice, contents and the chosen layout</translation>
    </message>
</context>
<context>
    <name>ExportReport</name>
    <message>
        <source>导出 Word</source>
        <translation>Export to Word</translation>
    </message>
    <message>
        <source>已导出 {0}</source>
        <translation>Exported {0}</translation>
    </message>
    <message>
        <source>未填 {0}，残留 {1}。</source>
        <translation>{0} to fill in, {1} left over.</translation>
    </message>
    <message>
        <source>未填的在文件中印成【…】。</source>
        <translation> What is not filled in prints as 【…】.</translation>
    </message>
    <message>
        <source>PDF：{0}</source>
        <translation>PDF: {0}</translation>
    </message>
    <message>
        <source>出件自检</source>
        <translation>Self-check</translation>
    </message>
    <message>
        <source>待填&#x3000;{0}</source>
        <translation>To fill in&#x3000;{0}</translation>
    </message>
    <message>
        <source>残留&#x3000;{0}&#x3000;{1}</source>
        <translation>Left over&#x3000;{0}&#x3000;{1}</translation>
    </message>
    <message>
        <source>还要看的</source>
        <translation>Still to look at</translation>
    </message>
    <message>
        <source>打开文件</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open its folder</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>草稿 (*{0})</source>
        <translation>Drafts (*{0})</translation>
    </message>
    <message>
        <source>保存草稿</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>已有“{0}”，要替换吗？</source>
        <translation>“{0}” is already there. Replace it?</translation>
    </message>
    <message>
        <source>原有的一份会先留作历史版本。</source>
        <translation>What it holds now is kept as an earlier version first.</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>征求意见稿</source>
        <translation>Draft for comments</translation>
    </message>
    <message>
        <source>送审稿</source>
        <translation>Draft for approval</translation>
    </message>
    <message>
        <source>定稿</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>留作版本</source>
        <translation>Keep as a version</translation>
    </message>
    <message>
        <source>版本名称</source>
        <translation>Name of the version</translation>
    </message>
    <message>
        <source>恢复历史版本</source>
        <translation>Bring back an earlier version</translation>
    </message>
    <message>
        <source>填写印发通知</source>
        <translation>Fill in notice</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>在草稿中查找</source>
        <translation>Find in the draft</translation>
    </message>
    <message>
        <source>替换为</source>
        <translation>Replace with</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>全部替换</source>
        <translation>Replace all</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>第 {0} 处，共 {1} 处</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>共 {0} 处</source>
        <translation>{0} found</translation>
    </message>
    <message>
        <source>没有这几个字</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>已替换 {0} 处</source>
        <translation>{0} replaced</translation>
    </message>
</context>
<context>
    <name>FindingDetail</name>
    <message>
        <source>忽略本次</source>
        <translation>Ignore once</translation>
    </message>
    <message>
        <source>永久忽略…</source>
        <translation>Ignore always…</translation>
    </message>
    <message>
        <source>关闭此规则</source>
        <translation>Turn this rule off</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Recover</translation>
    </message>
    <message>
        <source>改为“{0}”</source>
        <translation>Change to “{0}”</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>改为</source>
        <translation>Change to</translation>
    </message>
    <message>
        <source>应为</source>
        <translation>Should be</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>忽略</source>
        <translation>Ignored</translation>
    </message>
    <message>
        <source>另一意见</source>
        <translation>Also said</translation>
    </message>
    <message>
        <source>看这条</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>看原文</source>
        <translation>Show source</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>必错</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>疑似</source>
        <translation>Doubt</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>规则…</source>
        <translation>Rules…</translation>
    </message>
    <message>
        <source>没有要看的</source>
        <translation>Nothing to look at</translation>
    </message>
    <message>
        <source>各项规则都检查过了</source>
        <translation>All rules have been checked</translation>
    </message>
    <message>
        <source>这一类里没有</source>
        <translation>None of this kind</translation>
    </message>
    <message>
        <source>显示全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>检查结果</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>下一处（F8）</source>
        <translation>Next (F8)</translation>
    </message>
    <message>
        <source>上一处（Shift+F8）</source>
        <translation>Previous (Shift+F8)</translation>
    </message>
    <message>
        <source>此规则已关闭</source>
        <translation>This rule is off</translation>
    </message>
    <message>
        <source>永久忽略：{0}</source>
        <translation>Always ignored: {0}</translation>
    </message>
    <message>
        <source>永久忽略</source>
        <translation>Always ignored</translation>
    </message>
    <message>
        <source>忽略本次</source>
        <translation>Ignore once</translation>
    </message>
    <message>
        <source>已忽略</source>
        <translation>Ignored</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>第 {0} / {1} 条</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>看填报项</source>
        <translation>See the slots</translation>
    </message>
</context>
<context>
    <name>FontNote</name>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>HeadingDelegate</name>
    <message>
        <source>节标题</source>
        <translation>Section heading</translation>
    </message>
</context>
<context>
    <name>HitDelegate</name>
    <message>
        <source>资料</source>
        <translation>Plan</translation>
    </message>
</context>
<context>
    <name>ImportModel</name>
    <message>
        <source>等待</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>正在读取</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>已入库</source>
        <translation>In the library</translation>
    </message>
    <message>
        <source>已入库，请看一下</source>
        <translation>In the library, please look</translation>
    </message>
    <message>
        <source>库中已有</source>
        <translation>Already there</translation>
    </message>
    <message>
        <source>未能读取</source>
        <translation>Not read</translation>
    </message>
    <message>
        <source>没有导入</source>
        <translation>Not imported</translation>
    </message>
    <message>
        <source>{0} 节</source>
        <translation>{0} sections</translation>
    </message>
    <message>
        <source>责任单位 {0}</source>
        <translation>{0} agencies</translation>
    </message>
    <message>
        <source>专栏 {0}</source>
        <translation>{0} boxes</translation>
    </message>
    <message>
        <source>表格 {0}</source>
        <translation>{0} tables</translation>
    </message>
    <message>
        <source>说明 {0} 条</source>
        <translation>remarks: {0}</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>导入资料</source>
        <translation>Import plans</translation>
    </message>
    <message>
        <source>导入的文件</source>
        <translation>Files of the import</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>校正结构…</source>
        <translation>Correct structure…</translation>
    </message>
    <message>
        <source>复制说明</source>
        <translation>Copy report</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>可以关掉这个窗口，边导入边写。停止后已入库的保留；原文件不改动。</source>
        <translation>You can close this window and go on writing. What is in the library stays there when you stop; the files stay as they are.</translation>
    </message>
    <message>
        <source>读了 {0} 份</source>
        <translation>{0} read</translation>
    </message>
    <message>
        <source>第 {0} 份，共 {1} 份</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>没有可以读的文件</source>
        <translation>No file that can be read</translation>
    </message>
    <message>
        <source>已入库 {0}</source>
        <translation>{0} in the library</translation>
    </message>
    <message>
        <source>未能读取 {0}</source>
        <translation>{0} not read</translation>
    </message>
    <message>
        <source>等待 {0}</source>
        <translation>{0} waiting</translation>
    </message>
    <message>
        <source>没有导入 {0}</source>
        <translation>{0} not imported</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>命令和按键</source>
        <translation>Commands and keys</translation>
    </message>
</context>
<context>
    <name>LedgerDelegate</name>
    <message>
        <source>{0} 个说法</source>
        <translation>{0} names</translation>
    </message>
</context>
<context>
    <name>LedgerPanel</name>
    <message>
        <source>目标台账</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>还没有可以对照的指标</source>
        <translation>No targets to compare yet</translation>
    </message>
    <message>
        <source>打开参考后，各份资料的指标与草稿的并排</source>
        <translation>Open references to see their targets beside the draft&apos;s</translation>
    </message>
    <message>
        <source>打开资料库</source>
        <translation>Open library</translation>
    </message>
    <message>
        <source>{0} 项指标&#x3000;{1} 处疑似&#x3000;{2} 处未承接</source>
        <translation>{0} targets&#x3000;{1} doubtful&#x3000;{2} not taken over</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>在资料库中查找</source>
        <translation>Search the library</translation>
    </message>
    <message>
        <source>导入资料…（也可把文件或文件夹拖进来）</source>
        <translation>Import plans… (files and folders can be dropped here too)</translation>
    </message>
    <message>
        <source>导入资料</source>
        <translation>Import plans</translation>
    </message>
    <message>
        <source>分组和清空</source>
        <translation>Grouping and emptying</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>资料库还是空的</source>
        <translation>The library is empty</translation>
    </message>
    <message>
        <source>把文件或文件夹拖进来</source>
        <translation>Drop files or folders here</translation>
    </message>
    <message>
        <source>导入资料…</source>
        <translation>Import plans…</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>换一个词，或少写几个字再试</source>
        <translation>Try another word, or fewer characters</translation>
    </message>
    <message>
        <source>清除查找</source>
        <translation>Clear the search</translation>
    </message>
    <message>
        <source>继续导入</source>
        <translation>Continue import</translation>
    </message>
    <message>
        <source>不再导入</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>按地区</source>
        <translation>By place</translation>
    </message>
    <message>
        <source>按文种</source>
        <translation>By kind</translation>
    </message>
    <message>
        <source>按年份</source>
        <translation>By year</translation>
    </message>
    <message>
        <source>按标签</source>
        <translation>By tag</translation>
    </message>
    <message>
        <source>清空资料库…</source>
        <translation>Empty library…</translation>
    </message>
    <message>
        <source>上次导入还有 {0} 个文件没有读入。</source>
        <translation>{0} files of the last import have not been read.</translation>
    </message>
    <message>
        <source>是否要找：{0}</source>
        <translation>Did you mean: {0}</translation>
    </message>
    <message>
        <source>查找“{0}”</source>
        <translation>Search for “{0}”</translation>
    </message>
    <message>
        <source>不能这样查找</source>
        <translation>This cannot be searched for</translation>
    </message>
    <message>
        <source>资料库</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>查找结果</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>在 {0} 份资料中查找</source>
        <translation>Search in {0} plans</translation>
    </message>
    <message>
        <source>{0} 节，来自 {1} 份资料</source>
        <translation>{0} sections from {1} plans</translation>
    </message>
    <message>
        <source>打开为参考</source>
        <translation>Open as reference</translation>
    </message>
    <message>
        <source>校正结构…</source>
        <translation>Correct structure…</translation>
    </message>
    <message>
        <source>标签…</source>
        <translation>Tags…</translation>
    </message>
    <message>
        <source>备注…</source>
        <translation>Note…</translation>
    </message>
    <message>
        <source>打开原文件</source>
        <translation>Open original file</translation>
    </message>
    <message>
        <source>从原文件重读</source>
        <translation>Read original again</translation>
    </message>
    <message>
        <source>移出资料库</source>
        <translation>Remove from the library</translation>
    </message>
</context>
<context>
    <name>Lower</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>填报项</source>
        <translation>Slots</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>最近打开</source>
        <translation>Recent drafts</translation>
    </message>
    <message>
        <source>{0}[*] - 拟稿台</source>
        <translation>{0}[*] - Drafter</translation>
    </message>
    <message>
        <source>未定标题</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>{0}（只读）</source>
        <translation>{0} (read-only)</translation>
    </message>
    <message>
        <source>拟稿台</source>
        <translation>Drafter</translation>
    </message>
    <message>
        <source>快速查找：节、填报项、单位、命令、资料</source>
        <translation>Quick find: sections, slots, bodies, commands, plans</translation>
    </message>
    <message>
        <source>撤销 {0}（Ctrl+Z）</source>
        <translation>Undo {0} (Ctrl+Z)</translation>
    </message>
    <message>
        <source>重做 {0}（Ctrl+Y）</source>
        <translation>Redo {0} (Ctrl+Y)</translation>
    </message>
    <message>
        <source>下次打开时换成所选的语言。</source>
        <translation>The language changes at the next start.</translation>
    </message>
    <message>
        <source>参考各地规划，拟出本地规划，导出符合 GB/T 9704 版式的 Word 文件。程序不联网。</source>
        <translation>Writes a city&apos;s plan from the plans of others and exports it to Word in GB/T 9704 form. Works without a network.</translation>
    </message>
    <message>
        <source>拟稿台 {0}</source>
        <translation>Drafter {0}</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>使用手册</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>在手册中查找</source>
        <translation>Find in the manual</translation>
    </message>
    <message>
        <source>章节</source>
        <translation>Chapters</translation>
    </message>
</context>
<context>
    <name>Material</name>
    <message>
        <source>把这份资料从资料库中移出？</source>
        <translation>Remove this plan from the library?</translation>
    </message>
    <message>
        <source>原来的文件不受影响，可以再次导入。</source>
        <translation>The file it came from stays and can be imported again.</translation>
    </message>
    <message>
        <source>移出</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>清空资料库？其中的 {0} 份资料都会移出。</source>
        <translation>Empty the library? All {0} plans in it are removed.</translation>
    </message>
    <message>
        <source>标签、备注和校正也会一起去掉，不能撤销；原来的文件不受影响。</source>
        <translation>Tags, notes and corrections go too and cannot be brought back; the files you imported stay as they are.</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>这份资料的标签（用空格分开）：</source>
        <translation>Tags of this plan, separated by spaces:</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>这份资料的备注：</source>
        <translation>Note on this plan:</translation>
    </message>
    <message>
        <source>可以读的文件 ({0})</source>
        <translation>Files that can be read ({0})</translation>
    </message>
    <message>
        <source>导入资料</source>
        <translation>Import plans</translation>
    </message>
</context>
<context>
    <name>MatrixPanel</name>
    <message>
        <source>对照矩阵</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>上级规划</source>
        <translation>Superior plan</translation>
    </message>
    <message>
        <source>并排看</source>
        <translation>Side by side</translation>
    </message>
    <message>
        <source>摘入…</source>
        <translation>Pick…</translation>
    </message>
    <message>
        <source>还没有可以对照的资料</source>
        <translation>Nothing to compare yet</translation>
    </message>
    <message>
        <source>打开一份或几份参考，它们与草稿按专题并排</source>
        <translation>Open one or more references to see them beside the draft by topic</translation>
    </message>
    <message>
        <source>打开资料库</source>
        <translation>Open library</translation>
    </message>
    <message>
        <source>标为不需要…</source>
        <translation>Not needed…</translation>
    </message>
    <message>
        <source>停止对照</source>
        <translation>Stop comparing</translation>
    </message>
    <message>
        <source>上级</source>
        <translation>Superior</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>点一行看理由，右侧同时打开；双击也到草稿里</source>
        <translation>Click a row for the reason and the passages; double-click goes to the draft too</translation>
    </message>
    <message>
        <source>恢复为需要</source>
        <translation>Needed again</translation>
    </message>
    <message>
        <source>{0}：不需要，{1}</source>
        <translation>{0}: not needed, {1}</translation>
    </message>
    <message>
        <source>{0}：别的资料里没有找到同题的节</source>
        <translation>{0}: no other plan has a section on it</translation>
    </message>
    <message>
        <source>{0}：都说到{1}，把握 {2}</source>
        <translation>{0}: all speak of {1}, confidence {2}</translation>
    </message>
</context>
<context>
    <name>NewDraft</name>
    <message>
        <source>新建草稿</source>
        <translation>New draft</translation>
    </message>
    <message>
        <source>以后再选</source>
        <translation>Choose later</translation>
    </message>
    <message>
        <source>如：促进低空经济高质量发展</source>
        <translation>such as 促进低空经济高质量发展</translation>
    </message>
    <message>
        <source>写明期限</source>
        <translation>State the period</translation>
    </message>
    <message>
        <source>文种(&amp;K)</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <source>本地(&amp;L)</source>
        <translation>P&amp;lace</translation>
    </message>
    <message>
        <source>主题(&amp;T)</source>
        <translation>&amp;Theme</translation>
    </message>
    <message>
        <source>期限(&amp;P)</source>
        <translation>&amp;Period</translation>
    </message>
    <message>
        <source>标题会是：</source>
        <translation>The title will be:</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>NoticeDialog</name>
    <message>
        <source>印发通知</source>
        <translation>Issuing notice</translation>
    </message>
    <message>
        <source>署名按盖章的位置排</source>
        <translation>Place the signature for seals</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>规划怎么印(&amp;C)</source>
        <translation>Plan &amp;carried as</translation>
    </message>
    <message>
        <source>格式(&amp;F)</source>
        <translation>&amp;Form</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>几个单位用、隔开，主办单位在前</source>
        <translation>several divided by 、, the leading one first</translation>
    </message>
    <message>
        <source>如 2026年6月5日</source>
        <translation>such as 2026年6月5日</translation>
    </message>
    <message>
        <source>发文机关(&amp;I)</source>
        <translation>&amp;Issuers</translation>
    </message>
    <message>
        <source>发文字号(&amp;N)</source>
        <translation>Document &amp;number</translation>
    </message>
    <message>
        <source>如 某政办发〔2026〕5号</source>
        <translation>such as 某政办发〔2026〕5号</translation>
    </message>
    <message>
        <source>签发人</source>
        <translation>Signers</translation>
    </message>
    <message>
        <source>只有上行文才写</source>
        <translation>only in documents sent upwards</translation>
    </message>
    <message>
        <source>主送机关(&amp;A)</source>
        <translation>&amp;Addressees</translation>
    </message>
    <message>
        <source>如 各区县人民政府，市政府各部门、各直属机构</source>
        <translation>such as 各区县人民政府，市政府各部门、各直属机构</translation>
    </message>
    <message>
        <source>经谁同意</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>如 市政府；可不填</source>
        <translation>such as 市政府; may be empty</translation>
    </message>
    <message>
        <source>成文日期(&amp;D)</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>附注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>如 此件公开发布；不写括号</source>
        <translation>such as 此件公开发布, without brackets</translation>
    </message>
    <message>
        <source>抄送机关(&amp;Y)</source>
        <translation>Cop&amp;y to</translation>
    </message>
    <message>
        <source>用，隔开</source>
        <translation>divided by ，</translation>
    </message>
    <message>
        <source>印发机关</source>
        <translation>Printed by</translation>
    </message>
    <message>
        <source>印发日期</source>
        <translation>Printed on</translation>
    </message>
    <message>
        <source>密级</source>
        <translation>Classification</translation>
    </message>
    <message>
        <source>如 机密★1年</source>
        <translation>such as 机密★1年</translation>
    </message>
    <message>
        <source>紧急程度</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>特急或加急</source>
        <translation>特急 or 加急</translation>
    </message>
    <message>
        <source>份号</source>
        <translation>Copy number</translation>
    </message>
    <message>
        <source>6 位数字</source>
        <translation>6 digits</translation>
    </message>
    <message>
        <source>发文机关标志</source>
        <translation>Red head</translation>
    </message>
    <message>
        <source>发文机关加“文件”</source>
        <translation>issuers and “文件”</translation>
    </message>
    <message>
        <source>通知标题</source>
        <translation>Title of the notice</translation>
    </message>
    <message>
        <source>不填就用通行的说法；【文件】处印规划的标题</source>
        <translation>Empty: the usual words; 【文件】 stands for the plan&apos;s title</translation>
    </message>
    <message>
        <source>作正件，通知之后另起一页</source>
        <translation>as what is issued, on a new page</translation>
    </message>
    <message>
        <source>作通知的附件</source>
        <translation>as annex of the notice</translation>
    </message>
    <message>
        <source>直接套文件头，不另写通知</source>
        <translation>itself under the red head, without a notice</translation>
    </message>
    <message>
        <source>文件式</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>信函式</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>“{0}”不是日期，请写成 2026年6月5日。</source>
        <translation>“{0}” is no date; write 2026年6月5日.</translation>
    </message>
    <message>
        <source>份号是 6 位数字，如 000001。</source>
        <translation>The copy number has 6 digits, such as 000001.</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>改为“{0}”</source>
        <translation>Change to “{0}”</translation>
    </message>
    <message>
        <source>忽略本次</source>
        <translation>Ignore once</translation>
    </message>
    <message>
        <source>永久忽略…</source>
        <translation>Always ignore…</translation>
    </message>
    <message>
        <source>换成其他单位…</source>
        <translation>Replace with another body…</translation>
    </message>
    <message>
        <source>改为牵头单位	Alt+↑</source>
        <translation>Make lead body	Alt+↑</translation>
    </message>
    <message>
        <source>改为配合单位	Alt+↓</source>
        <translation>Make supporting body	Alt+↓</translation>
    </message>
    <message>
        <source>左移一位	Alt+←</source>
        <translation>Move left	Alt+←</translation>
    </message>
    <message>
        <source>右移一位	Alt+→</source>
        <translation>Move right	Alt+→</translation>
    </message>
</context>
<context>
    <name>OriginsPanel</name>
    <message>
        <source>没有来自别处的文字</source>
        <translation>No text from elsewhere</translation>
    </message>
    <message>
        <source>摘入的各节和与参考相同的文字列在这里</source>
        <translation>Picked sections and text that is the same in references are listed here</translation>
    </message>
    <message>
        <source>打开资料库</source>
        <translation>Open library</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>全文 {0} 与资料库中的资料逐字相同</source>
        <translation>{0} of the draft is the same to the letter as plans of the library</translation>
    </message>
    <message>
        <source>&#x3000;摘入 {0} 字，原样保留 {1} 字（{2}）</source>
        <translation>&#x3000;{0} characters picked, {1} kept ({2})</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>，待填 {0} 项</source>
        <translation>, {0} to fill in</translation>
    </message>
    <message>
        <source>，{0} 与资料相同</source>
        <translation>, {0} same as other plans</translation>
    </message>
    <message>
        <source>，摘自{0}</source>
        <translation>, from {0}</translation>
    </message>
    <message>
        <source>{0}{1}，{2} 字</source>
        <translation>{0}{1}, {2} characters</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>提纲</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>草稿还没有提纲</source>
        <translation>The draft has no outline yet</translation>
    </message>
    <message>
        <source>选文种和城市，从提纲模板开始</source>
        <translation>Choose kind and city and begin with an outline</translation>
    </message>
    <message>
        <source>新建草稿…</source>
        <translation>New draft…</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>升一级</source>
        <translation>Raise a level</translation>
    </message>
    <message>
        <source>降一级</source>
        <translation>Lower a level</translation>
    </message>
    <message>
        <source>改标题</source>
        <translation>Change title</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>OwnTables</name>
    <message>
        <source>单位目录.csv</source>
        <translation>agencies.csv</translation>
    </message>
    <message>
        <source>导出单位目录</source>
        <translation>Export the agency directory</translation>
    </message>
    <message>
        <source>表格 (*.csv)</source>
        <translation>Table (*.csv)</translation>
    </message>
    <message>
        <source>可在 Excel、WPS 中改；列名不要动，一格里的多个名称用 | 分隔。改好后用“导入单位目录”导入。</source>
        <translation>Edit it in Excel or WPS; leave the column names as they are, and put | between several names in a cell. Then take it in with “Import the agency directory”.</translation>
    </message>
    <message>
        <source>已导出 {0}</source>
        <translation>Exported {0}</translation>
    </message>
    <message>
        <source>单位目录等表格 (*.xlsx *.csv)</source>
        <translation>Agency directory and other tables (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>导入单位目录</source>
        <translation>Import the agency directory</translation>
    </message>
    <message>
        <source>……共 {0} 行有改动</source>
        <translation>… {0} rows changed in all</translation>
    </message>
    <message>
        <source>以后的本地化和检查按它办；已填好的填报项不变。</source>
        <translation>Localising and checks go by it from now on; slots that are filled stay as they are.</translation>
    </message>
</context>
<context>
    <name>PagesPreview</name>
    <message>
        <source>各页</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>预览大小</source>
        <translation>Size of the preview</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>正在排出页面…</source>
        <translation>Laying out the pages…</translation>
    </message>
    <message>
        <source>预览&#x3000;第 {0} 页，共 {1} 页</source>
        <translation>Preview, page {0} of {1}</translation>
    </message>
</context>
<context>
    <name>QuickFind</name>
    <message>
        <source>快速查找</source>
        <translation>Quick find</translation>
    </message>
    <message>
        <source>节、填报项、单位、命令、资料，也可输拼音首字母</source>
        <translation>Sections, slots, bodies, commands, plans; by the first letters of their pinyin, too</translation>
    </message>
    <message>
        <source>找到的</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>没有找到，少写几个字再试</source>
        <translation>Nothing found; try fewer words</translation>
    </message>
</context>
<context>
    <name>ReadbackDialog</name>
    <message>
        <source>读回填报值</source>
        <translation>Read values back</translation>
    </message>
    <message>
        <source>各文件的情况</source>
        <translation>The files</translation>
    </message>
    <message>
        <source>勾选各单位一致的</source>
        <translation>Tick what all agree on</translation>
    </message>
    <message>
        <source>全不选</source>
        <translation>None</translation>
    </message>
    <message>
        <source>填报值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>填报项 / 单位</source>
        <translation>Slot / unit</translation>
    </message>
    <message>
        <source>本稿</source>
        <translation>Ours</translation>
    </message>
    <message>
        <source>各单位不一致</source>
        <translation>Units differ</translation>
    </message>
    <message>
        <source>读了 {0} 个文件，{1} 处填报值</source>
        <translation>{0} files read, {1} values</translation>
    </message>
    <message>
        <source>；{0} 个文件没有读入</source>
        <translation>; {0} files not read</translation>
    </message>
    <message>
        <source>勾上的才采用，一项只采用一个值；一步可以撤销。填报项以外的改动只列出，不并入草稿。</source>
        <translation>Only what is ticked is taken, one value a slot, in one step that can be undone. Changes around the slots are listed and not merged.</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>采用 {0} 个值</source>
        <translation>Take {0} values</translation>
    </message>
    <message>
        <source>文件中已没有这些填报项：{0}。</source>
        <translation>The file no longer has these slots: {0}.</translation>
    </message>
    <message>
        <source>填报项以外有 {0} 处不同，没有并入草稿：</source>
        <translation>{0} differences outside the slots, not merged:</translation>
    </message>
    <message>
        <source>已读。</source>
        <translation>Read.</translation>
    </message>
    <message>
        <source>其中带修订标记的出自：{0}。</source>
        <translation>Tracked changes among them by: {0}.</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>参考正文：{0}</source>
        <translation>Text of {0}</translation>
    </message>
    <message>
        <source>摘入</source>
        <translation>Pick</translation>
    </message>
    <message>
        <source>摘入草稿</source>
        <translation>Pick into draft</translation>
    </message>
    <message>
        <source>已摘</source>
        <translation>Picked</translation>
    </message>
    <message>
        <source>已摘入</source>
        <translation>Picked</translation>
    </message>
    <message>
        <source>{0}，已摘入，再摘一次</source>
        <translation>{0}, picked; pick again</translation>
    </message>
    <message>
        <source>摘入草稿：{0}</source>
        <translation>Pick into draft: {0}</translation>
    </message>
    <message>
        <source>已在草稿中；再按一次会再摘入一份</source>
        <translation>In the draft already; press again for another copy</translation>
    </message>
    <message>
        <source>把这一节（含下级）摘入草稿</source>
        <translation>Pick this section with all under it</translation>
    </message>
</context>
<context>
    <name>Recovered</name>
    <message>
        <source>恢复草稿</source>
        <translation>Recover a draft</translation>
    </message>
    <message>
        <source>上次没有正常退出，有没保存的草稿</source>
        <translation>The program did not end as it should; drafts were not saved</translation>
    </message>
    <message>
        <source>没保存的草稿</source>
        <translation>Drafts that were not saved</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Recover</translation>
    </message>
    <message>
        <source>不要了</source>
        <translation>Give up</translation>
    </message>
    <message>
        <source>下次再说</source>
        <translation>Ask next time</translation>
    </message>
    <message>
        <source>还没有存成文件</source>
        <translation>Not in a file yet</translation>
    </message>
    <message>
        <source>与文件中保存的相比：{0}</source>
        <translation>Compared with its file: {0}</translation>
    </message>
    <message>
        <source>与文件中保存的相同</source>
        <translation>The same as in its file</translation>
    </message>
</context>
<context>
    <name>ReferencePane</name>
    <message>
        <source>资料</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>这份资料的提纲</source>
        <translation>Outline of this plan</translation>
    </message>
    <message>
        <source>校正结构…</source>
        <translation>Correct structure…</translation>
    </message>
    <message>
        <source>关闭这份参考</source>
        <translation>Close this reference</translation>
    </message>
    <message>
        <source>提纲</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>在本份资料中查找</source>
        <translation>Find in this plan</translation>
    </message>
    <message>
        <source>在本份资料中查找，Enter 下一处</source>
        <translation>Find in this plan, Enter for the next place</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>{0} 印发</source>
        <translation>issued {0}</translation>
    </message>
    <message>
        <source>{0} 字</source>
        <translation>{0} characters</translation>
    </message>
    <message>
        <source>已摘 {0} 节</source>
        <translation>{0} sections picked</translation>
    </message>
    <message>
        <source>读入说明 {0} 条</source>
        <translation>remarks: {0}</translation>
    </message>
</context>
<context>
    <name>ReferencesPanel</name>
    <message>
        <source>还没有打开参考</source>
        <translation>No reference is open</translation>
    </message>
    <message>
        <source>在资料库中双击一份资料，它会与草稿并排</source>
        <translation>Double-click a plan in the library to read it beside the draft</translation>
    </message>
    <message>
        <source>打开资料库</source>
        <translation>Open the library</translation>
    </message>
    <message>
        <source>参考</source>
        <translation>References</translation>
    </message>
    <message>
        <source>同题锁定</source>
        <translation>Same topic</translation>
    </message>
    <message>
        <source>参考跟着光标所在的节，翻到说同一题的那一节</source>
        <translation>References turn to the section on the topic of the caret</translation>
    </message>
    <message>
        <source>这一题只有本稿有</source>
        <translation>Only the draft has this topic</translation>
    </message>
</context>
<context>
    <name>RollYears</name>
    <message>
        <source>顺延年份</source>
        <translation>Roll years forward</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>All</translation>
    </message>
    <message>
        <source>全不选</source>
        <translation>None</translation>
    </message>
    <message>
        <source>随期限改的年份</source>
        <translation>Dates that go with the period</translation>
    </message>
    <message>
        <source>原来的期限</source>
        <translation>Period so far</translation>
    </message>
    <message>
        <source>新的期限(&amp;P)</source>
        <translation>New &amp;period</translation>
    </message>
    <message>
        <source>下面列出的勾上才改；已填好、已保留的填报项和文号、文件名中的年份不动。一步可以撤销。</source>
        <translation>Only what is ticked changes; settled slots and years in numbers and titles of documents stay. One step to undo.</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>找到 {0} 处，改 {1} 处</source>
        <translation>{0} found, {1} to change</translation>
    </message>
    <message>
        <source>改 {0} 处</source>
        <translation>Change {0}</translation>
    </message>
</context>
<context>
    <name>RowActs</name>
    <message>
        <source>替换</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>改填</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>保留…</source>
        <translation>Keep…</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>SaidActs</name>
    <message>
        <source>填入这个值（Alt+{0}）</source>
        <translation>Fill in this value (Alt+{0})</translation>
    </message>
    <message>
        <source>填入{0}的值 {1}</source>
        <translation>Fill in the value of {0}: {1}</translation>
    </message>
    <message>
        <source>其余的</source>
        <translation>The others</translation>
    </message>
</context>
<context>
    <name>SheetBar</name>
    <message>
        <source>缩小</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>未定标题</source>
        <translation>No title yet</translation>
    </message>
    <message>
        <source>第 {0} 页，共 {1} 页</source>
        <translation>Page {0} of {1}</translation>
    </message>
</context>
<context>
    <name>SheetPanel</name>
    <message>
        <source>页码（1 到 {0}）：</source>
        <translation>Page (1 to {0}):</translation>
    </message>
    <message>
        <source>转到页</source>
        <translation>Go to page</translation>
    </message>
    <message>
        <source>未定标题</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>PDF 文件 (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>已存为 PDF，共 {0} 页</source>
        <translation>Saved as PDF, {0} pages</translation>
    </message>
</context>
<context>
    <name>SimilarDelegate</name>
    <message>
        <source>资料</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>{0}%  {1}</source>
        <translation>{0}%  {1}</translation>
    </message>
    <message>
        <source>（另有 {0} 处相同）</source>
        <translation> (the same in {0} more)</translation>
    </message>
    <message>
        <source>共有：{0}</source>
        <translation>Shared: {0}</translation>
    </message>
</context>
<context>
    <name>SimilarPanel</name>
    <message>
        <source>摘入草稿</source>
        <translation>Pick into draft</translation>
    </message>
    <message>
        <source>还没有同类表述</source>
        <translation>No similar passages yet</translation>
    </message>
    <message>
        <source>光标所在的一节写了字，资料库里相近的各节就列在这里</source>
        <translation>Write in a section, and the passages of the library like it are listed here</translation>
    </message>
    <message>
        <source>打开资料库</source>
        <translation>Open library</translation>
    </message>
    <message>
        <source>同类表述</source>
        <translation>Similar passages</translation>
    </message>
    <message>
        <source>与“{0}”相近的 {1} 节</source>
        <translation>{1} sections like “{0}”</translation>
    </message>
    <message>
        <source>打开为参考</source>
        <translation>Open as reference</translation>
    </message>
</context>
<context>
    <name>SlotDelegate</name>
    <message>
        <source>保留原文</source>
        <translation>Keep the original</translation>
    </message>
    <message>
        <source>建议：{0}</source>
        <translation>Proposed: {0}</translation>
    </message>
    <message>
        <source>点击填写</source>
        <translation>Click to fill in</translation>
    </message>
    <message>
        <source>{0} 处</source>
        <translation>{0} places</translation>
    </message>
    <message>
        <source>{0} 的本地值</source>
        <translation>Local value of {0}</translation>
    </message>
</context>
<context>
    <name>SlotPopup</name>
    <message>
        <source>理由：{0}</source>
        <translation>Reason: {0}</translation>
    </message>
    <message>
        <source>{0} 处</source>
        <translation>{0} uses</translation>
    </message>
    <message>
        <source>填入“{0}”</source>
        <translation>Fill in “{0}”</translation>
    </message>
    <message>
        <source>保留原文…</source>
        <translation>Keep original…</translation>
    </message>
    <message>
        <source>原样保留，写明理由（Alt+K）</source>
        <translation>Keep as it is, with a reason (Alt+K)</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>从文中删去（Alt+D）</source>
        <translation>Delete from the text (Alt+D)</translation>
    </message>
    <message>
        <source>重新待填</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>清空，重新列为待填</source>
        <translation>Empty it and list it as open again</translation>
    </message>
    <message>
        <source>直接输入即填</source>
        <translation>Just type to fill in</translation>
    </message>
</context>
<context>
    <name>SlotsModel</name>
    <message>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>填报项</source>
        <translation>Slots</translation>
    </message>
    <message>
        <source>原文值 · 出处</source>
        <translation>Original · source</translation>
    </message>
    <message>
        <source>本地值</source>
        <translation>Local value</translation>
    </message>
    <message>
        <source>上级 · 同类怎么写</source>
        <translation>Superior · peers say</translation>
    </message>
    <message>
        <source>状态 · 处理</source>
        <translation>State · act</translation>
    </message>
    <message>
        <source>{0}，{1}，原文 {2}，{3}</source>
        <translation>{0}, {1}, original {2}, {3}</translation>
    </message>
    <message>
        <source>与{0}《{1}》一致：{2}</source>
        <translation>As in “{1}” of {0}: {2}</translation>
    </message>
    <message>
        <source>国家</source>
        <translation>Nation</translation>
    </message>
    <message>
        <source>待填</source>
        <translation>To fill in</translation>
    </message>
    <message>
        <source>已替换</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>保留</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>组织</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>Document</translation>
    </message>
</context>
<context>
    <name>SlotsPanel</name>
    <message>
        <source>没有要填报的</source>
        <translation>Nothing to fill in</translation>
    </message>
    <message>
        <source>摘入一节后，要换成本地的名称和数字会列在这里</source>
        <translation>Names and figures that must become local are listed here once a section is picked</translation>
    </message>
    <message>
        <source>去摘入…</source>
        <translation>Go and pick…</translation>
    </message>
    <message>
        <source>这一类里现在没有填报项</source>
        <translation>No slots of this kind now</translation>
    </message>
    <message>
        <source>显示全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>只看一类填报项</source>
        <translation>Show slots of one kind</translation>
    </message>
    <message>
        <source>回到原文</source>
        <translation>Back to source</translation>
    </message>
    <message>
        <source>填报项</source>
        <translation>Slots</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>全部类型</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>理由：{0}</source>
        <translation>Reason: {0}</translation>
    </message>
    <message>
        <source>提示：{0}</source>
        <translation>Hint: {0}</translation>
    </message>
    <message>
        <source>原文：{0}</source>
        <translation>Source: {0}</translation>
    </message>
    <message>
        <source>相同项 {0}…</source>
        <translation>Alike {0}…</translation>
    </message>
    <message>
        <source>{0} 项都填“{1}”</source>
        <translation>Fill all {0} with “{1}”</translation>
    </message>
    <message>
        <source>{0} 项待填的各按建议填</source>
        <translation>Fill {0} open ones as proposed</translation>
    </message>
    <message>
        <source>{0} 项都保留原文…</source>
        <translation>Keep the original in all {0}…</translation>
    </message>
    <message>
        <source>{0} 项都删去</source>
        <translation>Delete all {0}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>本地</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>单位、区划和上级文件按它换成本地的</source>
        <translation>Agencies, districts and superior documents become those of this place</translation>
    </message>
    <message>
        <source>看一个示例</source>
        <translation>See an example</translation>
    </message>
    <message>
        <source>用随附的参考资料拟好的一份行动计划，可随意改动</source>
        <translation>An action plan made from the reference plans that come with the program; change what you like</translation>
    </message>
    <message>
        <source>打开示例</source>
        <translation>Open example</translation>
    </message>
    <message>
        <source>拟稿台</source>
        <translation>Drafter</translation>
    </message>
    <message>
        <source>参考各地规划，拟出本地规划。所有文字只在本机处理。</source>
        <translation>Write your plan from the plans of others. No text leaves this computer.</translation>
    </message>
    <message>
        <source>新建草稿</source>
        <translation>New draft</translation>
    </message>
    <message>
        <source>先选文种，提纲按惯例备好，之后随时可改。</source>
        <translation>Choose the kind of document; its usual outline is ready and can be changed at any time.</translation>
    </message>
    <message>
        <source>打开草稿</source>
        <translation>Open a draft</translation>
    </message>
    <message>
        <source>接着写上次保存的草稿</source>
        <translation>Go on with a saved draft</translation>
    </message>
    <message>
        <source>打开…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>本地信息</source>
        <translation>Your place</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>参考资料</source>
        <translation>Reference plans</translation>
    </message>
    <message>
        <source>导入本单位的…</source>
        <translation>Import ours…</translation>
    </message>
    <message>
        <source>部门名称、曾用名和次序；可先导出，在 Excel 中改</source>
        <translation>Names, former names and order of agencies; export it first and edit it in Excel</translation>
    </message>
    <message>
        <source>单位目录</source>
        <translation>Agency directory</translation>
    </message>
    <message>
        <source>最近打开</source>
        <translation>Recent drafts</translation>
    </message>
    <message>
        <source>以后再选</source>
        <translation>Choose later</translation>
    </message>
    <message>
        <source>含 {0} 个区市，另有开发区等 {1} 个</source>
        <translation>{0} districts, and {1} development zones</translation>
    </message>
    <message>
        <source>提纲 {0} 节，填报项 {1} 个</source>
        <translation>{0} sections, {1} slots</translation>
    </message>
    <message>
        <source>资料库中有 {0} 份，可再导入本地与外地文件</source>
        <translation>{0} in the library; import more of your own and of others</translation>
    </message>
    <message>
        <source>还没有。新建或打开的草稿会列在这里。</source>
        <translation>None yet. Drafts you make or open are listed here.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>离线</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>程序不联网，所有文字只在本机处理</source>
        <translation>No network; all text stays on this computer</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>{0} 字</source>
        <translation>{0} characters</translation>
    </message>
    <message>
        <source>未填 {0}</source>
        <translation>To fill in {0}</translation>
    </message>
    <message>
        <source>残留 {0}</source>
        <translation>Left over {0}</translation>
    </message>
    <message>
        <source>已保存 {0}</source>
        <translation>Saved {0}</translation>
    </message>
    <message>
        <source>未保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>第 {0} 份，共 {1} 份</source>
        <translation>{0} of {1}</translation>
    </message>
</context>
<context>
    <name>StructureDelegate</name>
    <message>
        <source>序号和标题</source>
        <translation>Number and title</translation>
    </message>
</context>
<context>
    <name>StructureModel</name>
    <message>
        <source>附件{0}</source>
        <translation>Annex {0}</translation>
    </message>
    <message>
        <source>方框</source>
        <translation>Box</translation>
    </message>
    <message>
        <source>{0} 行 {1} 列</source>
        <translation>{0} rows, {1} columns</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>工具栏</source>
        <translation>Toolbar</translation>
    </message>
    <message>
        <source>导出 Word…</source>
        <translation>Export to Word…</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>历史版本</source>
        <translation>Earlier versions</translation>
    </message>
    <message>
        <source>版本名称</source>
        <translation>Name of the version</translation>
    </message>
    <message>
        <source>征求意见稿</source>
        <translation>Draft for comments</translation>
    </message>
    <message>
        <source>送审稿</source>
        <translation>Draft for approval</translation>
    </message>
    <message>
        <source>定稿</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>改名</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>有名称的版本一直保留，没有名称的日久会减少</source>
        <translation>Versions with a name are kept for ever, those without are thinned out in time</translation>
    </message>
    <message>
        <source>恢复这一版</source>
        <translation>Bring this one back</translation>
    </message>
    <message>
        <source>草稿变回这一版的样子，可用“撤销”退回</source>
        <translation>The draft becomes as it was; Undo leads back</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>还没有历史版本。每次保存都会留下一份。</source>
        <translation>There are no earlier versions yet. Every saving leaves one.</translation>
    </message>
    <message>
        <source>正在比较…</source>
        <translation>Comparing…</translation>
    </message>
    <message>
        <source>从这一版到现在：{0}</source>
        <translation>From this version to now: {0}</translation>
    </message>
    <message>
        <source>与现在的草稿相同</source>
        <translation>The same as the draft now</translation>
    </message>
</context>
<context>
    <name>VerticalPanel</name>
    <message>
        <source>还没有上级规划</source>
        <translation>No superior plan yet</translation>
    </message>
    <message>
        <source>打开上级的规划，在对照矩阵右上角选它为上级，它的任务和指标逐条对到草稿</source>
        <translation>Open it and choose it as superior at the top right of the matrix: its tasks and targets are held against the draft</translation>
    </message>
    <message>
        <source>打开资料库</source>
        <translation>Open library</translation>
    </message>
    <message>
        <source>上下衔接</source>
        <translation>Superior plan</translation>
    </message>
    <message>
        <source>并排看</source>
        <translation>Side by side</translation>
    </message>
    <message>
        <source>标为不需要…</source>
        <translation>Not needed…</translation>
    </message>
    <message>
        <source>摘入草稿</source>
        <translation>Pick</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>恢复为需要</source>
        <translation>Needed again</translation>
    </message>
    <message>
        <source>任务 {0} 项，承接 {1} 项；指标 {2} 项，承接 {3} 项。双击一行，上级与草稿并排</source>
        <translation>{0} tasks, {1} carried; {2} targets, {3} carried. Double-click a row to see both</translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>填入“{0}”</source>
        <translation>Fill in “{0}”</translation>
    </message>
    <message>
        <source>清空填报项</source>
        <translation>Empty a slot</translation>
    </message>
    <message>
        <source>“{0}”保留原文“{1}”，理由：</source>
        <translation>Keep “{1}” for “{0}” because:</translation>
    </message>
    <message>
        <source>保留原文</source>
        <translation>Keep the original</translation>
    </message>
    <message>
        <source>保留“{0}”</source>
        <translation>Keep “{0}”</translation>
    </message>
    <message>
        <source>删去“{0}”</source>
        <translation>Delete “{0}”</translation>
    </message>
    <message>
        <source>{0} 项都保留原文，理由：</source>
        <translation>Keep the original in all {0}, because:</translation>
    </message>
    <message>
        <source>“{0}”等 {1} 项一并处理</source>
        <translation>Settle “{0}” and others, {1} in all</translation>
    </message>
    <message>
        <source>顺延年份到 {0}—{1}年</source>
        <translation>Roll years to {0}—{1}</translation>
    </message>
    <message>
        <source>改为“{0}”</source>
        <translation>Change to “{0}”</translation>
    </message>
    <message>
        <source>本稿中不再提示“{0}”，理由：</source>
        <translation>Say no more of “{0}” in this draft, because:</translation>
    </message>
    <message>
        <source>永久忽略</source>
        <translation>Always ignored</translation>
    </message>
    <message>
        <source>忽略“{0}”</source>
        <translation>Ignore “{0}”</translation>
    </message>
    <message>
        <source>恢复提示“{0}”</source>
        <translation>Speak of “{0}” again</translation>
    </message>
    <message>
        <source>改标题</source>
        <translation>Change title</translation>
    </message>
    <message>
        <source>改小标题</source>
        <translation>Change heading</translation>
    </message>
    <message>
        <source>改正文</source>
        <translation>Change text</translation>
    </message>
    <message>
        <source>加一节</source>
        <translation>Add section</translation>
    </message>
    <message>
        <source>加一段</source>
        <translation>Add paragraph</translation>
    </message>
    <message>
        <source>删去一段</source>
        <translation>Delete paragraph</translation>
    </message>
    <message>
        <source>移动</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>升一级</source>
        <translation>Raise a level</translation>
    </message>
    <message>
        <source>降一级</source>
        <translation>Lower a level</translation>
    </message>
    <message>
        <source>摘入“{0}”</source>
        <translation>Pick “{0}”</translation>
    </message>
</context>
<context>
    <name>YearsModel</name>
    <message>
        <source>原来 → 改为</source>
        <translation>Before → after</translation>
    </message>
    <message>
        <source>所在</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>原句</source>
        <translation>Sentence</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>{0} 不改</source>
        <translation>{0} stays</translation>
    </message>
    <message>
        <source>填报项：{0}</source>
        <translation>Slot: {0}</translation>
    </message>
    <message>
        <source>标题和前言</source>
        <translation>Title and preamble</translation>
    </message>
</context>
<context>
    <name>_Recent</name>
    <message>
        <source>文件不在原处，可能已移动或改名</source>
        <translation>Not where it was; it may have been moved or renamed</translation>
    </message>
    <message>
        <source>找不到</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>移出列表</source>
        <translation>Remove from list</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>资料(&amp;L)</source>
        <translation>&amp;Library</translation>
    </message>
    <message>
        <source>草稿(&amp;D)</source>
        <translation>&amp;Draft</translation>
    </message>
    <message>
        <source>检查(&amp;C)</source>
        <translation>&amp;Check</translation>
    </message>
    <message>
        <source>视图(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>新建草稿…</source>
        <translation>New draft…</translation>
    </message>
    <message>
        <source>选文种和城市，从提纲开始</source>
        <translation>Choose kind and city and begin with an outline</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>打开草稿…</source>
        <translation>Open draft…</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开示例</source>
        <translation>Open example</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>留作版本…</source>
        <translation>Keep as a version…</translation>
    </message>
    <message>
        <source>把现在的草稿留作送审稿、征求意见稿或定稿</source>
        <translation>Keep the draft as it stands as a draft for comments, for approval, or final</translation>
    </message>
    <message>
        <source>历史版本…</source>
        <translation>Earlier versions…</translation>
    </message>
    <message>
        <source>看以前保存的样子，需要时恢复</source>
        <translation>See the draft as it was saved before, and bring it back where needed</translation>
    </message>
    <message>
        <source>导出 Word…</source>
        <translation>Export to Word…</translation>
    </message>
    <message>
        <source>按 GB/T 9704 版式导出 Word 文件</source>
        <translation>Export a Word file in GB/T 9704 form</translation>
    </message>
    <message>
        <source>存为 PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>按纸面的样子存为 PDF 文件</source>
        <translation>Save the pages as they are seen as a PDF file</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>比较版本、导出花脸稿…</source>
        <translation>Compare versions, export redline…</translation>
    </message>
    <message>
        <source>比较任意两份，不同之处写成 Word 修订</source>
        <translation>Compares any two; differences become Word revisions</translation>
    </message>
    <message>
        <source>导出征求意见稿…</source>
        <translation>Export for comment…</translation>
    </message>
    <message>
        <source>填报项可以在 Word 里直接填，收回后读回</source>
        <translation>Slots can be filled in in Word and read back</translation>
    </message>
    <message>
        <source>导出成套文件…</source>
        <translation>Export the set…</translation>
    </message>
    <message>
        <source>通知、规划、附件、起草说明、征求意见函、出处表一次出齐</source>
        <translation>Notice, plan, annexes, explanation, letter and sources at once</translation>
    </message>
    <message>
        <source>读回填报值…</source>
        <translation>Read values back…</translation>
    </message>
    <message>
        <source>把各单位交回的填报值与本稿并排，逐个采用</source>
        <translation>Shows the units&apos; values beside ours, taken one by one</translation>
    </message>
    <message>
        <source>关闭草稿</source>
        <translation>Close draft</translation>
    </message>
    <message>
        <source>回到起始页</source>
        <translation>Back to the start page</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>改这里的文字</source>
        <translation>Edit the words here</translation>
    </message>
    <message>
        <source>也可双击纸面上的标题、正文或填报项</source>
        <translation>Or double-click a heading, a paragraph or a slot on the sheet</translation>
    </message>
    <message>
        <source>查找…</source>
        <translation>Find…</translation>
    </message>
    <message>
        <source>转到页…</source>
        <translation>Go to page…</translation>
    </message>
    <message>
        <source>快速查找…</source>
        <translation>Quick find…</translation>
    </message>
    <message>
        <source>找节、填报项、资料和命令，Enter 就到</source>
        <translation>Find sections, slots, plans and commands; Enter goes there</translation>
    </message>
    <message>
        <source>导入资料…</source>
        <translation>Import plans…</translation>
    </message>
    <message>
        <source>把 Word 或文本文件读进资料库，原文件不动</source>
        <translation>Read Word or text files into the library; the files stay as they are</translation>
    </message>
    <message>
        <source>导入资料</source>
        <translation>Import plans</translation>
    </message>
    <message>
        <source>校正资料结构…</source>
        <translation>Correct a plan’s structure…</translation>
    </message>
    <message>
        <source>标题层级、正文和标题认错了，在这里改正</source>
        <translation>Put right what was read wrongly: levels, headings and text</translation>
    </message>
    <message>
        <source>在资料中查找</source>
        <translation>Search the plans</translation>
    </message>
    <message>
        <source>导入单位目录…</source>
        <translation>Import Agency Directory…</translation>
    </message>
    <message>
        <source>改好的单位目录、地名表、专名表、过时用语表（.xlsx、.csv）</source>
        <translation>The edited directory, or tables of places, names and outdated words (.xlsx, .csv)</translation>
    </message>
    <message>
        <source>导出单位目录…</source>
        <translation>Export Agency Directory…</translation>
    </message>
    <message>
        <source>写成表格，在 Excel、WPS 中改成本单位的</source>
        <translation>As a table, to be edited in Excel or WPS</translation>
    </message>
    <message>
        <source>在后面加一节</source>
        <translation>Add section after</translation>
    </message>
    <message>
        <source>在后面加一段</source>
        <translation>Add paragraph after</translation>
    </message>
    <message>
        <source>改本节标题</source>
        <translation>Change heading</translation>
    </message>
    <message>
        <source>本节上移</source>
        <translation>Move section up</translation>
    </message>
    <message>
        <source>本节下移</source>
        <translation>Move section down</translation>
    </message>
    <message>
        <source>本节升一级</source>
        <translation>Raise section</translation>
    </message>
    <message>
        <source>本节降一级</source>
        <translation>Lower section</translation>
    </message>
    <message>
        <source>删去本段</source>
        <translation>Delete paragraph</translation>
    </message>
    <message>
        <source>删去本节</source>
        <translation>Delete section</translation>
    </message>
    <message>
        <source>顺延年份…</source>
        <translation>Roll years forward…</translation>
    </message>
    <message>
        <source>把期限和随它的年份一起改，先逐处列出</source>
        <translation>Change the period and the years that go with it, listed first</translation>
    </message>
    <message>
        <source>下一个待填项</source>
        <translation>Next slot to fill in</translation>
    </message>
    <message>
        <source>到下一个还没有填的填报项</source>
        <translation>Go to the next slot that waits</translation>
    </message>
    <message>
        <source>填报</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>看外地残留</source>
        <translation>See what is left over</translation>
    </message>
    <message>
        <source>列出草稿中别处的地名、单位和文件</source>
        <translation>List places, bodies and documents of elsewhere in the draft</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>放大纸面</source>
        <translation>Larger sheet</translation>
    </message>
    <message>
        <source>缩小纸面</source>
        <translation>Smaller sheet</translation>
    </message>
    <message>
        <source>纸面实际大小</source>
        <translation>True size</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>下次打开时换成英文界面</source>
        <translation>English from the next start on</translation>
    </message>
    <message>
        <source>使用手册</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>命令和按键</source>
        <translation>Commands and keys</translation>
    </message>
    <message>
        <source>关于拟稿台</source>
        <translation>About</translation>
    </message>
    <message>
        <source>选材</source>
        <translation>Collect</translation>
    </message>
    <message>
        <source>资料库和参考占大处</source>
        <translation>Room for the library and the references</translation>
    </message>
    <message>
        <source>撰写</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>提纲、草稿、参考和填报项都在</source>
        <translation>Outline, draft, references and slots</translation>
    </message>
    <message>
        <source>对照</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>草稿与打开的参考按专题、指标和来源并排</source>
        <translation>Draft and open references by topic, target and source</translation>
    </message>
    <message>
        <source>送审</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>收起参考，逐条看检查结果</source>
        <translation>Findings one by one, without the references</translation>
    </message>
</context>
<context>
    <name>ask</name>
    <message>
        <source>打开草稿</source>
        <translation>Open a draft</translation>
    </message>
    <message>
        <source>草稿 (*.json)</source>
        <translation>Drafts (*.json)</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>“{0}”还没有保存。</source>
        <translation>“{0}” is not saved.</translation>
    </message>
    <message>
        <source>不保存，上次保存后的改动就没有了。</source>
        <translation>Without saving, what was changed since the last time is lost.</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>不保存</source>
        <translation>Do not save</translation>
    </message>
    <message>
        <source>“{0}”正由别处打开：{1}。</source>
        <translation>“{0}” is open elsewhere: {1}.</translation>
    </message>
    <message>
        <source>两边同时改，后保存的会盖掉先保存的。</source>
        <translation>If both change it, what is saved last covers what was saved first.</translation>
    </message>
    <message>
        <source>只读打开</source>
        <translation>Open read-only</translation>
    </message>
    <message>
        <source>打开副本</source>
        <translation>Open a copy</translation>
    </message>
    <message>
        <source>对方已不在，仍然打开</source>
        <translation>Nobody is there, open it</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>覆盖</source>
        <translation>Overwrite</translation>
    </message>
    <message>
        <source>程序出了错，草稿没有受影响。</source>
        <translation>Something went wrong in the program. The draft is unharmed.</translation>
    </message>
    <message>
        <source>没保存的改动已存入恢复文件。</source>
        <translation>What was not saved is in the recovery file.</translation>
    </message>
    <message>
        <source>请先保存草稿，再把下面的说明复制给维护人员；说明里没有草稿的文字。</source>
        <translation>Save the draft first, then copy the report below to whoever maintains the program; it holds no words of the draft.</translation>
    </message>
    <message>
        <source>复制说明</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>拟稿台</source>
        <translation>Drafter</translation>
    </message>
</context>
<context>
    <name>docks</name>
    <message>
        <source>提纲</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>资料库</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>参考</source>
        <translation>References</translation>
    </message>
    <message>
        <source>填报项与检查</source>
        <translation>Slots and checks</translation>
    </message>
</context>
<context>
    <name>fonts</name>
    <message>
        <source>本机缺少字体，纸面用相近字体代替：{0}。导出的 Word 文件仍写明标准字体。</source>
        <translation>Fonts are missing here; similar ones stand in on the page: {0}. The exported Word file still names the standard fonts.</translation>
    </message>
</context>
<context>
    <name>matrix</name>
    <message>
        <source>都有</source>
        <translation>All have it</translation>
    </message>
    <message>
        <source>部分有</source>
        <translation>Some have it</translation>
    </message>
    <message>
        <source>偏薄</source>
        <translation>Thin</translation>
    </message>
    <message>
        <source>人有我无</source>
        <translation>We lack it</translation>
    </message>
    <message>
        <source>我有人无</source>
        <translation>Only ours</translation>
    </message>
    <message>
        <source>不需要</source>
        <translation>Not needed</translation>
    </message>
    <message>
        <source>{0}（上级）</source>
        <translation>{0} (superior)</translation>
    </message>
    <message>
        <source>专题</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>对照</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>{0} 字&#x3000;{1}</source>
        <translation>{0} characters&#x3000;{1}</translation>
    </message>
    <message>
        <source>指标（口径）</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>本稿 ÷ 上级</source>
        <translation>Draft ÷ superior</translation>
    </message>
    <message>
        <source>判断与理由</source>
        <translation>Judgement</translation>
    </message>
    <message>
        <source>{0} 年</source>
        <translation>{0}</translation>
    </message>
</context>
<context>
    <name>offers</name>
    <message>
        <source>现在的值</source>
        <translation>Present value</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>上级目标</source>
        <translation>Target of the superior</translation>
    </message>
    <message>
        <source>同类目标</source>
        <translation>Target of a peer</translation>
    </message>
    <message>
        <source>{0}，{1}年</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>原文值</source>
        <translation>Original value</translation>
    </message>
</context>
<context>
    <name>origins</name>
    <message>
        <source>摘入，原样保留 {0} 字</source>
        <translation>Picked, {0} characters kept</translation>
    </message>
    <message>
        <source>相同：{0}</source>
        <translation>Same: {0}</translation>
    </message>
    <message>
        <source>资料库中相同：{0}</source>
        <translation>In the library: {0}</translation>
    </message>
    <message>
        <source>还有 {0} 处&#x3000;{1}</source>
        <translation>{0} more&#x3000;{1}</translation>
    </message>
    <message>
        <source>本稿的节</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>原来的节</source>
        <translation>Original section</translation>
    </message>
    <message>
        <source>字数</source>
        <translation>Characters</translation>
    </message>
    <message>
        <source>原样比例</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>前言</source>
        <translation>Preamble</translation>
    </message>
</context>
<context>
    <name>quick</name>
    <message>
        <source>节</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>填报项</source>
        <translation>Slot</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>{0} 处</source>
        <translation>{0} places</translation>
    </message>
    <message>
        <source>资料</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Command</translation>
    </message>
</context>
<context>
    <name>sheet</name>
    <message>
        <source>在这里写标题</source>
        <translation>Write the title here</translation>
    </message>
    <message>
        <source>写标题</source>
        <translation>Write a heading</translation>
    </message>
    <message>
        <source>写正文</source>
        <translation>Write text</translation>
    </message>
    <message>
        <source>提示：{0}</source>
        <translation>Hint: {0}</translation>
    </message>
    <message>
        <source>写专栏名</source>
        <translation>Name the box</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>输入</source>
        <translation>Typing</translation>
    </message>
    <message>
        <source>填写填报项</source>
        <translation>Fill in a slot</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>换行</source>
        <translation>New paragraph</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>改层级</source>
        <translation>Change level</translation>
    </message>
    <message>
        <source>替换“{0}”</source>
        <translation>Replace “{0}”</translation>
    </message>
    <message>
        <source>全部替换“{0}”</source>
        <translation>Replace all “{0}”</translation>
    </message>
    <message>
        <source>移动文字</source>
        <translation>Move text</translation>
    </message>
    <message>
        <source>加一行</source>
        <translation>Add row</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>
改为：{0}</source>
        <translation>
Change to: {0}</translation>
    </message>
    <message>
        <source>原文：{0}</source>
        <translation>Original: {0}</translation>
    </message>
    <message>
        <source>摘自《{0}》{1}</source>
        <translation>Taken from “{0}” {1}</translation>
    </message>
    <message>
        <source>剪切</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>在上方加一行</source>
        <translation>Add row above</translation>
    </message>
    <message>
        <source>在下方加一行</source>
        <translation>Add row below</translation>
    </message>
    <message>
        <source>在左侧加一列</source>
        <translation>Add column left</translation>
    </message>
    <message>
        <source>在右侧加一列</source>
        <translation>Add column right</translation>
    </message>
    <message>
        <source>删去这一行</source>
        <translation>Delete this row</translation>
    </message>
    <message>
        <source>删去这一列</source>
        <translation>Delete this column</translation>
    </message>
    <message>
        <source>调整单位次序</source>
        <translation>Reorder bodies</translation>
    </message>
    <message>
        <source>改为牵头</source>
        <translation>Make lead</translation>
    </message>
    <message>
        <source>改为配合</source>
        <translation>Make supporting</translation>
    </message>
    <message>
        <source>改为“{0}”</source>
        <translation>Change to “{0}”</translation>
    </message>
    <message>
        <source>移动</source>
        <translation>Move</translation>
    </message>
</context>
<context>
    <name>slots</name>
    <message>
        <source>国家</source>
        <translation>Nation</translation>
    </message>
</context>
<context>
    <name>vertical</name>
    <message>
        <source>已承接</source>
        <translation>Carried</translation>
    </message>
    <message>
        <source>只在上一级</source>
        <translation>Heading above only</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>不需要</source>
        <translation>Not needed</translation>
    </message>
    <message>
        <source>上级的节</source>
        <translation>Section above</translation>
    </message>
    <message>
        <source>任务或指标</source>
        <translation>Task or target</translation>
    </message>
    <message>
        <source>承接</source>
        <translation>State</translation>
    </message>
    <message>
        <source>本稿的节</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>前言</source>
        <translation>Preamble</translation>
    </message>
</context>
</TS>
